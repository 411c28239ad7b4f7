package ai.gentrace.otel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a result to a file that the user names. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Writes.
   *
   * @param force whether a file that is there may be overwritten
   * @throws UsageException if a file is there and must not be
   */
  static void write(Console console, String file, byte[] bytes, boolean force) throws IOException {
    if (file.equals(Delivery.STREAM)) {
      console.out().writeBytes(bytes);
      return;
    }
    Path path = console.resolve(file);
    if (Files.exists(path) && !force) {
      throw new UsageException(file + ": is there already", "--force overwrites it");
    }
    Files.write(path, bytes);
  }
}
