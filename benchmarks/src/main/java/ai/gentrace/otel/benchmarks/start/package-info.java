/** How long the program takes to start. */
@NullMarked
package ai.gentrace.otel.benchmarks.start;

import org.jspecify.annotations.NullMarked;
