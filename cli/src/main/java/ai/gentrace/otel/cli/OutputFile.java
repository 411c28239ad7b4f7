package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.yaml.file.FileProblem;
import ai.gentrace.otel.cli.yaml.file.NewFile;

/** Writes a result where the user says. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Writes, or says why not.
   *
   * @param file {@code -} is standard output
   * @param force whether a file that is there may be overwritten
   */
  static ExitCode write(Console console, String file, byte[] bytes, boolean force) {
    if (file.equals(Delivery.STREAM)) {
      console.out().writeBytes(bytes);
      return ExitCode.DONE;
    }
    FileProblem problem = NewFile.write(console.resolve(file), bytes, force);
    if (problem == null) {
      return ExitCode.DONE;
    }
    console.error(file + ": " + problem.reason());
    console.hint(problem.wayOut());
    return ExitCode.UNUSABLE;
  }
}
