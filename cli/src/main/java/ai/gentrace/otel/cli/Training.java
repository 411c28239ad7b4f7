package ai.gentrace.otel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs typical commands on typical configs and prints nothing: what the launcher makes the archive
 * of loaded classes from.
 */
final class Training {
  private static final String MISTAKEN = "mistaken.yaml";
  private static final String PLAIN = "plain.yaml";

  /** What {@code validate} alone needs: for an archive with nothing that it would not use. */
  private static final List<List<String>> VALIDATE =
      List.of(List.of("validate", PLAIN), List.of("validate", MISTAKEN));

  /** Nothing that starts a process or opens a connection, and nothing that is slow by itself. */
  private static final List<List<String>> ALL =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("validate", MISTAKEN),
          List.of("validate", MISTAKEN, "--format", "json"),
          List.of("validate", MISTAKEN, "--format", "sarif", "--collector-version", "0.150.0"),
          List.of("validate", MISTAKEN, "--fix", "--diff"),
          List.of("init"),
          List.of("init", "--merge", PLAIN, "--diff"),
          List.of("init", "--merge", PLAIN),
          List.of("validate", PLAIN),
          List.of("init", "--merge", PLAIN),
          List.of("graph", PLAIN),
          List.of("remove", PLAIN),
          List.of("explain", "GT101"),
          List.of("vaildate"));

  private Training() {}

  /**
   * Runs.
   *
   * @param args {@code validate} for that command alone; anything else for all
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("gentrace-otel");
    try {
      copy("training.yaml", folder.resolve(MISTAKEN));
      copy("/templates/collector.yaml", folder.resolve(PLAIN));
      for (List<String> command : args.length > 0 && args[0].equals("validate") ? VALIDATE : ALL) {
        run(folder, command);
      }
    } finally {
      for (String file : List.of(MISTAKEN, PLAIN)) {
        Files.deleteIfExists(folder.resolve(file));
      }
      Files.deleteIfExists(folder);
    }
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream in = Training.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      Files.copy(in, file);
    }
  }

  private static void run(Path folder, List<String> command) {
    ResultStream out = new ResultStream(OutputStream.nullOutputStream());
    PrintStream err =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            err,
            InputStream.nullInputStream(),
            folder,
            System.getenv(),
            Terminal.of(System.getProperties()));
    new Main(console).run(command.toArray(String[]::new));
  }
}
