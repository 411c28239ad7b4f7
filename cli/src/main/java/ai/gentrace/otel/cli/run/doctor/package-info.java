/** Looks at a running collector and says which of the guide's five steps is the culprit. */
@NullMarked
package ai.gentrace.otel.cli.run.doctor;

import org.jspecify.annotations.NullMarked;
