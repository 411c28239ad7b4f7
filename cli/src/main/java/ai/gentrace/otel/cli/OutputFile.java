package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.yaml.file.FileProblem;
import ai.gentrace.otel.cli.yaml.file.NewFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** Writes a result where the user says. */
final class OutputFile {
  private OutputFile() {}

  /** What stands there now; empty if nothing can be read there. */
  static Optional<String> read(Console console, String file) {
    if (file.equals(Delivery.STREAM)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(console.resolve(file)));
    } catch (IOException e) {
      // Writing will say what is wrong with the file, if anything is.
      return Optional.empty();
    }
  }

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
