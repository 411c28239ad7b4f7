/** A real collector as a process or a container, and servers that record what it exports. */
@NullMarked
package ai.gentrace.otel.cli.run;

import org.jspecify.annotations.NullMarked;
