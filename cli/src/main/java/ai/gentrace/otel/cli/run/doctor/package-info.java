/**
 * Looks at a running collector and says which of the guide's five steps is the culprit.
 *
 * <p>{@link ai.gentrace.otel.cli.run.doctor.Examination} looks, all at once, and gathers {@code
 * Evidence}; each {@code ...Step} judges it without looking at anything else.
 */
@NullMarked
package ai.gentrace.otel.cli.run.doctor;

import org.jspecify.annotations.NullMarked;
