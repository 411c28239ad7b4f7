/**
 * The gate before Gentrace: which conditions a filter processor holds, and which spans they let
 * through.
 */
@NullMarked
package ai.gentrace.otel.cli.gentrace.gate;

import org.jspecify.annotations.NullMarked;
