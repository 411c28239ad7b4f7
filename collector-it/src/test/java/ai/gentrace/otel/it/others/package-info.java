/** The backends that were there before get what they always got. */
@NullMarked
package ai.gentrace.otel.it.others;

import org.jspecify.annotations.NullMarked;
