@NullMarked
package ai.gentrace.otel.cli.run;

import org.jspecify.annotations.NullMarked;
