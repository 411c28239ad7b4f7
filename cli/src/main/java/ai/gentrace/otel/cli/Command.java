package ai.gentrace.otel.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One command: its options, and what it does with them.
 *
 * <p>An instance serves one run. It keeps its options as fields, made by {@link Options}, and reads
 * them from {@link Arguments}. Name, one-line description and the common options are added from
 * outside; see {@link Commands}.
 */
interface Command {
  /** Options, positional parameters, and examples in the footer that work when pasted. */
  CommandSpec spec();

  /**
   * Does the work.
   *
   * @param arguments what the user asked for
   * @param console where to read and print
   * @throws UsageException if the arguments make no sense together
   * @throws IOException if a file that the user named cannot be read or written; reported with exit
   *     2
   * @throws InterruptedException if the user gave up
   */
  ExitCode run(Arguments arguments, Console console) throws IOException, InterruptedException;

  /**
   * Whether a run with these arguments leaves nothing to be done when the process ends: no process,
   * no file that is only for the time of the run.
   */
  default boolean onlyReads(Arguments arguments) {
    return false;
  }
}
