package ai.gentrace.otel.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs typical commands on a typical config and prints nothing: what the launcher makes the archive
 * of loaded classes from.
 */
final class Training {
  private Training() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("gentrace-otel");
    Path config = folder.resolve("collector.yaml");
    try (InputStream example = Training.class.getResourceAsStream("/templates/collector.yaml")) {
      if (example != null) {
        Files.copy(example, config);
      }
      String file = config.getFileName().toString();
      run(folder, "validate", file);
      run(folder, "--help");
      run(folder, "--version");
    } finally {
      Files.deleteIfExists(config);
      Files.delete(folder);
    }
  }

  private static void run(Path folder, String... args) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false);
    InputStream nothing = new ByteArrayInputStream(new byte[0]);
    new Main(new Console(nowhere, nowhere, nothing, folder, Map.of(), Terminal.NONE)).run(args);
  }
}
