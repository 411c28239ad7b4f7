package ai.gentrace.otel.cli.yaml.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherRunsTest {
  /** {@code -Dkills=200} for the long run. */
  private static final int KILLS = Integer.getInteger("kills", 12);

  @TempDir Path folder;

  @Test
  void aKilledRunLeavesTheOldOrTheNewBytesAndTheNextRunNothingElse() throws Exception {
    byte[] first = "a: 1 # one of five thousand lines\n".repeat(5_000).getBytes(UTF_8);
    byte[] second = "b: 2 # one of six thousand lines\n".repeat(6_000).getBytes(UTF_8);
    Path inputs = Files.createDirectory(folder.resolve("inputs"));
    Path configs = Files.createDirectory(folder.resolve("configs"));
    Path one = Files.write(inputs.resolve("1"), first);
    Path two = Files.write(inputs.resolve("2"), second);
    Path file = Files.write(configs.resolve("collector.yaml"), first);
    Random random = new Random(7);
    int litter = 0;

    for (int i = 0; i < KILLS; i++) {
      Process run =
          OtherRuns.process("loop", file.toString(), one.toString(), two.toString()).start();
      BufferedReader output =
          new BufferedReader(new InputStreamReader(run.getInputStream(), UTF_8));
      assertThat(output.readLine()).isEqualTo("ready");
      // Not a wait for something, but the moment of the blow.
      run.waitFor(random.nextInt(120_000), TimeUnit.MICROSECONDS);
      run.destroyForcibly().waitFor();

      byte[] bytes = Files.readAllBytes(file);
      assertThat(bytes).isIn(first, second);
      litter += names(configs).size() - 1;
      try (EditableFile next = (EditableFile) EditableFile.open(file, Duration.ofSeconds(5))) {
        assertThat(next.bytes()).isEqualTo(bytes);
      }
      assertThat(names(configs)).containsExactly("collector.yaml");
    }

    assertThat(litter).as("kills that hit a write").isPositive();
  }

  @Test
  void runsAtOnceDoNotInterleave() throws Exception {
    Path file = Files.writeString(folder.resolve("collector.yaml"), "old");
    List<Process> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path content = Files.writeString(folder.resolve("input" + i), ("run " + i).repeat(10_000));
      runs.add(OtherRuns.process("often", file.toString(), content.toString()).start());
    }

    for (Process run : runs) {
      assertThat(new String(run.getInputStream().readAllBytes(), UTF_8)).isEqualTo("written\n");
    }

    assertThat(Files.readString(file)).matches("(run \\d)\\1{9999}");
    assertThat(names(folder)).filteredOn(name -> name.startsWith(".")).isEmpty();
  }

  @Test
  void aFileThatTheUserMayNotWriteIsRefusedAlsoInAFolderOfTheirs() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path open = Files.createDirectory(folder.resolve("configs"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path file = Files.writeString(open.resolve("collector.yaml"), "old");
    Path content = Files.writeString(folder.resolve("content"), "new");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

    assertThat(run("once", file, content)).isEqualTo("NOT_WRITABLE: You may not write it.");

    assertThat(file).hasContent("old");
    assertThat(names(open)).containsExactly("collector.yaml");
  }

  @Test
  void aFolderThatTheUserMayNotWriteIsSaidToBeTheReason() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path closed = Files.createDirectory(folder.resolve("configs"));
    Path file = Files.writeString(closed.resolve("collector.yaml"), "old");
    Path content = Files.writeString(folder.resolve("content"), "new");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));

    assertThat(run("once", file, content))
        .startsWith("NOT_WRITABLE: Its folder does not let you write: permission denied");

    assertThat(file).hasContent("old");
    assertThat(names(closed)).containsExactly("collector.yaml");
  }

  private String run(String program, Path file, Path content) throws IOException {
    return OtherRuns.output(
        OtherRuns.unprivileged(folder, program, file.toString(), content.toString()));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
