/**
 * Finds what is wrong with a config: rules, findings, what silences them, and how to fix it.
 *
 * <p>{@link ai.gentrace.otel.cli.check.Checker} makes a {@link ai.gentrace.otel.cli.check.Subject}
 * of what is checked together, asks every {@link ai.gentrace.otel.cli.check.Rule} about it, takes
 * out what comments silence, and sorts. A rule knows nothing of files, options or output: what it
 * finds is a {@link ai.gentrace.otel.cli.check.Finding}, and its fix is plain data.
 */
@NullMarked
package ai.gentrace.otel.cli.check;

import org.jspecify.annotations.NullMarked;
