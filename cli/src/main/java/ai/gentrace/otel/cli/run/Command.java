package ai.gentrace.otel.cli.run;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that is run to its end. Immutable.
 *
 * @param line program and arguments
 * @param environment additions to this process's environment
 */
public record Command(List<String> line, Map<String, String> environment) {
  public Command {
    line = List.copyOf(line);
    environment = Map.copyOf(environment);
  }

  /** Returns a command that runs in this process's environment. */
  public static Command of(String... line) {
    return new Command(List.of(line), Map.of());
  }

  /** Returns a copy with one more variable. */
  public Command with(String variable, String value) {
    Map<String, String> changed = new LinkedHashMap<>(environment);
    changed.put(variable, value);
    return new Command(line, changed);
  }

  /**
   * Runs the program, without standard input, until it ends.
   *
   * @param limit how long it may take; then it is killed
   * @throws IOException if it cannot be started
   * @throws TimeoutException if the limit has passed
   */
  public CommandOutput run(Duration limit)
      throws IOException, InterruptedException, TimeoutException {
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return await(builder, limit);
  }

  static CommandOutput await(ProcessBuilder builder, Duration limit)
      throws IOException, InterruptedException, TimeoutException {
    Process process = builder.start();
    LogTail log = new LogTail();
    try {
      process.getOutputStream().close();
      Thread reader = log.follow(process.getInputStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException(
            builder.command().get(0) + " did not end within " + limit.toSeconds() + " s");
      }
      // A grandchild may keep the pipe open; what the program itself wrote is there by then.
      reader.join(Duration.ofSeconds(2).toMillis());
      return new CommandOutput(process.exitValue(), String.join("\n", log.lines()));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
