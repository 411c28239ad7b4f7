/** The collector that the tests run: which one, and how. */
@NullMarked
package ai.gentrace.otel.it.collector;

import org.jspecify.annotations.NullMarked;
