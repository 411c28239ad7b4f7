/**
 * Changes to a YAML file that leave every other byte alone. Callers say what they want as plain
 * {@link ai.gentrace.otel.cli.yaml.edit.Change changes}; {@link
 * ai.gentrace.otel.cli.yaml.edit.Editor} turns them into text insertions and deletions and hands
 * the new bytes out only after {@link ai.gentrace.otel.cli.yaml.edit.Verifier} has proven them.
 */
@NullMarked
package ai.gentrace.otel.cli.yaml.edit;

import org.jspecify.annotations.NullMarked;
