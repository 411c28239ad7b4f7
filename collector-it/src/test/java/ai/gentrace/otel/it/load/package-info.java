/** Loads: many spans, and what became of each. */
@NullMarked
package ai.gentrace.otel.it.load;

import org.jspecify.annotations.NullMarked;
