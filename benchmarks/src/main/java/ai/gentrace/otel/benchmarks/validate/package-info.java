/** What it costs to check configs. */
@NullMarked
package ai.gentrace.otel.benchmarks.validate;

import org.jspecify.annotations.NullMarked;
