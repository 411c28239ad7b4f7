package ai.gentrace.otel.it.collector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.Command;
import ai.gentrace.otel.cli.run.CommandOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * The collector's binary for tests of commands that start one themselves, whatever the other tests
 * run theirs in.
 */
public final class BuiltBinary {
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(15);

  private BuiltBinary() {}

  /** Returns the one of {@code -Dcollector.binary}, else the one that is built here. */
  public static Path path() throws IOException, InterruptedException, TimeoutException {
    String given = System.getProperty("collector.binary", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    return build("binary");
  }

  /** Returns the one that also knows, by name, all components that it does not have. */
  public static Path withStandIns() throws IOException, InterruptedException, TimeoutException {
    return build("standins");
  }

  private static Path build(String what)
      throws IOException, InterruptedException, TimeoutException {
    Path script = Path.of(System.getProperty("project.root", "..")).resolve("collector-it/build");
    CommandOutput output = Command.of(script.toString(), what).run(BUILD_LIMIT);
    assertThat(output.succeeded()).as(output.output()).isTrue();
    List<String> lines = output.output().lines().toList();
    return Path.of(lines.get(lines.size() - 1));
  }
}
