/** Finds what is wrong with a config: rules, findings, what silences them, and how to fix it. */
@NullMarked
package ai.gentrace.otel.cli.check;

import org.jspecify.annotations.NullMarked;
