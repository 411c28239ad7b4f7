/**
 * Proves on the real collector what a user's own config does with marked and unmarked spans: for
 * Gentrace, for everybody else, and on a bad day.
 */
@NullMarked
package ai.gentrace.otel.cli.run.verify;

import org.jspecify.annotations.NullMarked;
