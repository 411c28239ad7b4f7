/**
 * Proves on the real collector what a user's own config does with marked and unmarked spans: for
 * Gentrace, for everybody else, and on a bad day.
 *
 * <p>{@link ai.gentrace.otel.cli.run.verify.Verification} leads. A {@code Run} of a collector on
 * the copy that {@code CopyWriter} makes comes to a {@code RunResult}; the {@code ...Judge} classes
 * compare results and say each {@link ai.gentrace.otel.cli.run.verify.Proof}; {@code Blame} finds
 * the line of the config.
 */
@NullMarked
package ai.gentrace.otel.cli.run.verify;

import org.jspecify.annotations.NullMarked;
