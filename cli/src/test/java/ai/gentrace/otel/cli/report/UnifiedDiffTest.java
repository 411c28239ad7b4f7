package ai.gentrace.otel.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {
  @TempDir Path folder;

  @Test
  void insertionsStandInTheirContext() {
    assertThat(diff("c.yaml", "a\nb\nc\nd\ne\n", "a\nb\nc\nX\nd\ne\n"))
        .isEqualTo(
            """
            --- c.yaml
            +++ c.yaml
            @@ -1,5 +1,6 @@
             a
             b
             c
            +X
             d
             e
            """);
  }

  @Test
  void aMissingFinalNewlineIsSaid() {
    assertThat(diff("c.yaml", "a", "a\nb"))
        .isEqualTo(
            """
            --- c.yaml
            +++ c.yaml
            @@ -1 +1,2 @@
            -a
            \\ No newline at end of file
            +a
            +b
            \\ No newline at end of file
            """);
  }

  @Test
  void equalTextsGiveNothing() {
    assertThat(diff("c.yaml", "a\n", "a\n")).isEmpty();
  }

  @Test
  void patchAndGitTakeIt() throws Exception {
    Random random = new Random(20261125);
    for (int round = 0; round < 40; round++) {
      String end = round % 2 == 0 ? "\n" : "\r\n";
      String before = text(random, end);
      String after = changed(before, random, end);
      if (before.equals(after)) {
        continue;
      }
      String name = round % 3 == 0 ? "c.yaml" : round % 3 == 1 ? "conf d/c.yaml" : "./conf/c.yaml";
      apply(name, before, after, "patch", "-p0", "--binary", "-i", "x.diff");
      apply(name, before, after, "git", "apply", "x.diff");
    }
  }

  private void apply(String name, String before, String after, String... command)
      throws IOException, InterruptedException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, before);
    Files.writeString(folder.resolve("x.diff"), diff(name, before, after));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(file)).as("%s: %s", command[0], said).isEqualTo(after);
  }

  private static String text(Random random, String end) {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(30);
    for (int i = 0; i < count; i++) {
      text.append("line ").append(random.nextInt(12)).append(end);
    }
    return random.nextBoolean() ? text.toString() : text.substring(0, text.length() - end.length());
  }

  private static String changed(String text, Random random, String end) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i <= random.nextInt(3); i++) {
      int at = changed.indexOf("line", random.nextInt(changed.length()));
      if (at >= 0) {
        changed.insert(at, "new " + i + end);
      }
    }
    int gone = changed.indexOf("line 3" + end);
    return gone < 0 ? changed.toString() : changed.delete(gone, gone + 6 + end.length()).toString();
  }

  private static String diff(String path, String before, String after) {
    List<UnifiedDiff.Line> lines = UnifiedDiff.between(path, before, after);
    return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }
}
