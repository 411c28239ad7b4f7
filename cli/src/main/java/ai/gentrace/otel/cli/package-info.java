/**
 * The commands: parse options, call, print, exit code. What a config means, needs or breaks belongs
 * to the packages below; nothing there knows of options, streams or exit codes.
 *
 * <p>{@link ai.gentrace.otel.cli.Main} starts. A {@code ...Command} is one command, {@code
 * ...Options} a group of options that several share, {@code ...Text} and {@code ...Json} how a
 * result looks, and {@code Console} all that a command may touch of the world outside. What goes
 * wrong becomes one line and an exit code in {@code Failures}.
 */
@NullMarked
package ai.gentrace.otel.cli;

import org.jspecify.annotations.NullMarked;
