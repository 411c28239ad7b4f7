/** What the Gentrace pipeline costs in the collector. */
@NullMarked
package ai.gentrace.otel.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
