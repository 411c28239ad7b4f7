package ai.gentrace.otel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Real processes, with an environment of which the test knows every variable. */
final class Processes {
  /**
   * What a process left behind.
   *
   * @param exit its exit code
   * @param out what it printed on standard output
   * @param err what it printed on standard error
   */
  record Result(int exit, String out, String err) {}

  private Processes() {}

  static Result run(
      Path folder, Map<String, String> environment, String input, List<String> command) {
    return start(folder, environment, input, command).join();
  }

  static CompletableFuture<Result> start(
      Path folder, Map<String, String> environment, String input, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      CompletableFuture<String> out = read(process.getInputStream());
      CompletableFuture<String> err = read(process.getErrorStream());
      feed(process, input);
      return process
          .onExit()
          .thenApply(ended -> new Result(ended.exitValue(), out.join(), err.join()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program need not read its input to the end. */
  private static void feed(Process process, String input) {
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("pipe")) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        command -> new Thread(command, "process output").start());
  }
}
