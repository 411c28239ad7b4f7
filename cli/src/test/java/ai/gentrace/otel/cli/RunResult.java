package ai.gentrace.otel.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What one run of the program in this process left behind.
 *
 * @param exit the exit code
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
public record RunResult(ExitCode exit, String out, String err) {
  /** Runs in a folder of any file system, with an empty environment and input, and no terminal. */
  public static RunResult run(Path folder, String... args) {
    return run(folder, Map.of(), "", args);
  }

  /** Runs with this environment and with this text on standard input. */
  public static RunResult run(
      Path folder, Map<String, String> environment, String input, String... args) {
    return run(folder, environment, input, Terminal.NONE, args);
  }

  static RunResult run(
      Path folder,
      Map<String, String> environment,
      String input,
      Terminal terminal,
      String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ExitCode exit =
        new Main(
                new Console(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                    folder,
                    environment,
                    terminal))
            .run(args);
    return new RunResult(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
