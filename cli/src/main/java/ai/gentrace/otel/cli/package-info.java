/** The commands: parse options, call, print, exit code. */
@NullMarked
package ai.gentrace.otel.cli;

import org.jspecify.annotations.NullMarked;
