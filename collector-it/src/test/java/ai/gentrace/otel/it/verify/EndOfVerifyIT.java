package ai.gentrace.otel.it.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.BuiltBinary;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left when verify ends before its time. */
class EndOfVerifyIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Claim("Ctrl-C and SIGTERM end verify's collectors with it")
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void noCollectorOutlivesASignal(String signal) throws Exception {
    Path binary = BuiltBinary.path();
    Path output = folder.resolve("output");
    // Whoever runs the tests in the background may have told them to ignore Ctrl-C.
    Process verify =
        new ProcessBuilder(
                "env",
                "--default-signal=INT,TERM",
                launcher(),
                "verify",
                config(),
                "--collector-binary",
                binary.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      List<ProcessHandle> collectors = awaitCollectors(verify, binary);

      new ProcessBuilder("kill", "-" + signal, Long.toString(verify.pid())).start().waitFor();

      assertThat(verify.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(verify.exitValue()).isNotZero();
      assertThat(collectors).allSatisfy(EndOfVerifyIT::awaitEnd);
      assertThat(Files.readString(output)).doesNotContain("proofs hold", "Exception");
    } finally {
      verify.descendants().forEach(ProcessHandle::destroyForcibly);
      verify.destroyForcibly();
    }
  }

  @Claim(
      "verify without a collector and without Docker says so, and how to give one, and ends with 3")
  @Test
  void noCollectorIsNoVerdict() throws Exception {
    Path path = pathWithoutCollectorAndDocker();
    ProcessBuilder builder =
        new ProcessBuilder(launcher(), "verify", config()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("PATH", path.toString()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));

    Process verify = builder.start();
    String output = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(verify.waitFor()).as(output).isEqualTo(3);
    assertThat(output)
        .contains("no collector to run", "--collector-binary", "--collector-image")
        .doesNotContain("Exception");
  }

  /** The programs that the launcher itself needs, and nothing else. */
  private Path pathWithoutCollectorAndDocker() throws IOException {
    Path path = Files.createDirectory(folder.resolve("bin"));
    for (String program : List.of("sh", "find", "dirname", "readlink", "ls", "mkdir", "uname")) {
      Path script =
          Files.writeString(
              path.resolve(program), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + program + " \"$@\"\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    return path;
  }

  private String config() throws Exception {
    String merged =
        Launcher.merge(Configs.text("one-backend.yaml"), "--collector-version", "0.161.0");
    return Files.writeString(folder.resolve("collector.yaml"), merged).toString();
  }

  private static String launcher() {
    return Path.of(System.getProperty("project.root", "..")).resolve("gentrace-otel").toString();
  }

  private static List<ProcessHandle> awaitCollectors(Process verify, Path binary) {
    Instant end = Instant.now().plus(LIMIT);
    while (verify.isAlive() && Instant.now().isBefore(end)) {
      List<ProcessHandle> collectors =
          verify
              .descendants()
              .filter(
                  process -> process.info().command().filter(binary.toString()::equals).isPresent())
              .toList();
      if (!collectors.isEmpty()) {
        return collectors;
      }
      // A process that appears tells nobody.
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("verify started no collector");
  }

  private static void awaitEnd(ProcessHandle process) {
    assertThat(process.onExit()).as("collector %d", process.pid()).succeedsWithin(LIMIT);
  }
}
