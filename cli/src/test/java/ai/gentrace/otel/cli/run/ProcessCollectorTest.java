package ai.gentrace.otel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.gentrace.otel.cli.run.CollectorException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts in the collector's place; the real one is run in collector-it. */
class ProcessCollectorTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final CollectorSetup SETUP = CollectorSetup.of("receivers: {}\n");

  @TempDir Path folder;

  @Test
  void isReadyWhenItsLogSaysSo() throws Exception {
    Collector collector =
        script(
            """
            echo "$@"
            echo "Everything is ready. Begin running and processing data."
            exec /bin/sleep 60
            """);

    try (RunningCollector running =
        collector.start(SETUP.listening(CollectorSetup.OTLP_HTTP).withMetrics())) {
      int port = running.address(CollectorSetup.OTLP_HTTP).port();
      assertThat(running.isRunning()).isTrue();
      assertThat(running.log().get(0))
          .contains("--config yaml:receivers::otlp::protocols::http::endpoint: \"127.0.0.1:" + port)
          .contains("port: " + running.metrics().port());
    }
  }

  @Test
  void seesNothingOfThisProcessesEnvironment() throws Exception {
    Collector collector = script("/usr/bin/env; echo Everything is ready; exec /bin/sleep 60");

    try (RunningCollector running =
        collector.start(
            SETUP.withVariable("GENTRACE_API_KEY", "dummy").withFolder("STORE", folder))) {
      assertThat(running.log())
          .contains("GENTRACE_API_KEY=dummy", "STORE=" + folder)
          .noneMatch(line -> line.startsWith("HOME="));
    }
  }

  @Test
  void aTextIsAFileWhileItRuns() throws Exception {
    Collector collector =
        script("echo path $2; /bin/cat $2; echo Everything is ready; exec /bin/sleep 60");
    Path config;

    try (RunningCollector running = collector.start(SETUP)) {
      config = Path.of(running.log().get(0).substring("path ".length()));
      assertThat(running.log()).contains("receivers: {}");
    }

    assertThat(config).doesNotExist();
  }

  @Test
  void stopsAndSaysWhetherItEndedByItself() throws Exception {
    Collector willing =
        script(
            "trap 'echo Shutdown complete; exit 0' TERM; echo Everything is ready; while :; do /bin/sleep 0.1; done");
    Collector sudden = script("echo Everything is ready; exec /bin/sleep 60");
    Collector unwilling =
        script("trap '' TERM; echo Everything is ready; while :; do /bin/sleep 0.1; done");

    try (RunningCollector running = willing.start(SETUP)) {
      assertThat(running.stop(LONG)).isTrue();
      assertThat(running.isRunning()).isFalse();
    }
    try (RunningCollector running = sudden.start(SETUP)) {
      assertThat(running.stop(LONG)).isFalse();
    }
    try (RunningCollector running = unwilling.start(SETUP)) {
      assertThat(running.stop(Duration.ofMillis(50))).isFalse();
      assertThat(running.isRunning()).isFalse();
    }
  }

  @Test
  void passesTheCollectorsOwnMessageOn() throws Exception {
    CollectorException failure =
        failure(
            script(
                """
                echo "Error: failed to get config: cannot unmarshal"
                echo "'receivers' unknown type: \\"x\\""
                echo "2026/01/01 collector server run finished with error: failed to get config"
                exit 1
                """),
            SETUP);

    assertThat(failure.reason()).isEqualTo(Reason.ENDED_AT_START);
    assertThat(failure)
        .hasMessageEndingWith(
            "Error: failed to get config: cannot unmarshal\n'receivers' unknown type: \"x\"");
    assertThat(failure.log()).hasSize(3);
  }

  @Test
  void doesNotWaitForEverAndLeavesNothingBehind() throws Exception {
    Path pid = folder.resolve("pid");

    CollectorException failure =
        failure(
            script("echo $$ > " + pid + "; echo loading; exec /bin/sleep 60"),
            SETUP.withStartLimit(Duration.ofMillis(500)));

    assertThat(failure.reason()).isEqualTo(Reason.NOT_READY);
    assertThat(failure).hasMessageEndingWith("its last line was: loading");
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())))
        .satisfiesAnyOf(
            handle -> assertThat(handle).isEmpty(),
            handle -> assertThat(handle.orElseThrow().isAlive()).isFalse());
  }

  @Test
  void triesOtherPortsWhenSomebodyWasFaster() throws Exception {
    Path marker = folder.resolve("second");
    Collector collector =
        script(
            """
            if [ ! -e %1$s ]; then
              : > %1$s
              echo "Error: cannot start: listen tcp 127.0.0.1:4317: bind: address already in use"
              exit 1
            fi
            echo Everything is ready
            exec /bin/sleep 60
            """
                .formatted(marker));

    try (RunningCollector running = collector.start(SETUP.listening(CollectorSetup.OTLP_GRPC))) {
      assertThat(running.isRunning()).isTrue();
    }
  }

  @Test
  void namesAFixedPortThatIsInUse() throws Exception {
    CollectorException failure =
        failure(
            script("echo 'listen tcp 127.0.0.1:4317: bind: address already in use'; exit 1"),
            SETUP.listening(CollectorSetup.OTLP_GRPC, 4317));

    assertThat(failure.reason()).isEqualTo(Reason.PORT_IN_USE);
    assertThat(failure).hasMessageContaining("127.0.0.1:4317 is in use");
  }

  @Test
  void saysThatThereIsNoBinary() {
    CollectorException failure = failure(Collector.ofBinary(folder.resolve("missing")), SETUP);

    assertThat(failure.reason()).isEqualTo(Reason.NOT_AVAILABLE);
    assertThat(failure).hasMessageStartingWith("no collector binary at ");
  }

  @Test
  void saysThatABinaryCannotBeExecuted() throws Exception {
    Path file = Files.writeString(folder.resolve("plain"), "x");

    assertThat(failure(Collector.ofBinary(file), SETUP)).hasMessageContaining("chmod +x");
  }

  @Test
  void asksForValidation() throws Exception {
    Path user = Files.writeString(folder.resolve("user.yaml"), "x");
    CommandOutput output =
        script("echo \"$@\"; exit 1")
            .validate(CollectorSetup.of(List.of(new ConfigSource.File(user))));

    assertThat(output.exitCode()).isEqualTo(1);
    assertThat(output.succeeded()).isFalse();
    assertThat(output.output()).isEqualTo("validate --config " + user);
  }

  @Test
  void leavesNoFileAfterAFailure() throws Exception {
    Path seen = folder.resolve("seen");
    failure(script("echo $2 > " + seen + "; exit 1"), SETUP);

    try (Stream<String> lines = Files.lines(seen)) {
      assertThat(lines).allSatisfy(path -> assertThat(Path.of(path)).doesNotExist());
    }
  }

  private static CollectorException failure(Collector collector, CollectorSetup setup) {
    return catchThrowableOfType(CollectorException.class, () -> collector.start(setup).close());
  }

  private Collector script(String body) throws IOException {
    Path file = Files.createTempFile(folder, "collector", ".sh");
    Files.writeString(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return Collector.ofBinary(file);
  }
}
