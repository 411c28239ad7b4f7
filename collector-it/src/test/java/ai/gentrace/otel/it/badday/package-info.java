/** Days on which Gentrace is slow, wrong or away: nobody else may notice. */
@NullMarked
package ai.gentrace.otel.it.badday;

import org.jspecify.annotations.NullMarked;
