package ai.gentrace.otel.it.scene;

import ai.gentrace.otel.cli.run.Command;
import ai.gentrace.otel.cli.run.CommandOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The real launcher at the root of the project, as users start it. */
public final class Launcher {
  /** Its first start may build the program. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private Launcher() {}

  /** Runs it to its end; standard error and standard output come together. */
  public static CommandOutput run(String... arguments)
      throws IOException, InterruptedException, TimeoutException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("project.root", "..")).resolve("gentrace-otel").toString());
    line.addAll(List.of(arguments));
    return new Command(line, Map.of()).run(LIMIT);
  }

  /**
   * Returns what {@code init --merge} makes of a config.
   *
   * @param options further options
   * @throws AssertionError if it does not end with exit code 0
   */
  public static String merge(String yaml, String... options)
      throws IOException, InterruptedException, TimeoutException {
    Path folder = Files.createTempDirectory("gentrace-otel-it-");
    Path file = Files.writeString(folder.resolve("collector.yaml"), yaml);
    try {
      List<String> arguments = new ArrayList<>(List.of("init", "--merge", file.toString()));
      arguments.addAll(List.of(options));
      succeed(run(arguments.toArray(String[]::new)));
      return Files.readString(file);
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  /**
   * Returns the config that {@code init} writes.
   *
   * @param options further options
   * @throws AssertionError if it does not end with exit code 0
   */
  public static String init(String... options)
      throws IOException, InterruptedException, TimeoutException {
    Path folder = Files.createTempDirectory("gentrace-otel-it-");
    Path file = folder.resolve("collector.yaml");
    try {
      List<String> arguments = new ArrayList<>(List.of("init", "-o", file.toString()));
      arguments.addAll(List.of(options));
      succeed(run(arguments.toArray(String[]::new)));
      return Files.readString(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static void succeed(CommandOutput output) {
    if (!output.succeeded()) {
      throw new AssertionError("exit code " + output.exitCode() + ": " + output.output());
    }
  }
}
