package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphCommandTest {
  private static final String CONFIG =
      """
      receivers:
        otlp:
          protocols: {grpc: }
      exporters:
        debug:
        otlp_http/gentrace:
          endpoint: https://gentrace.ai/api/otel/v1/traces
          headers:
            Authorization: Bearer abcdef123456
      service:
        pipelines:
          traces: {receivers: [otlp], exporters: [debug]}
          traces/gentrace: {receivers: [otlp], exporters: [otlp_http/gentrace]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeConfig() throws IOException {
    Files.writeString(folder.resolve("collector.yaml"), CONFIG);
  }

  @Test
  void drawsTheConfigThatIsThere() {
    RunResult result = RunResult.run(folder, "graph");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .startsWith("traces  line 12\n  otlp ─▶ debug\n")
        .contains("traces/gentrace  line 13  to Gentrace\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void findingsAreMarkedOnTheComponent() {
    assertThat(RunResult.run(folder, "graph", "collector.yaml").out())
        .containsPattern("otlp_http/gentrace .*✗GT101")
        .contains("✗ GT101 line 7: ");
  }

  @ParameterizedTest
  @CsvSource({
    "mermaid, flowchart LR",
    "dot, digraph collector {",
    "svg, <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "html, <!DOCTYPE html>"
  })
  void everyFormatGoesToStandardOutput(String format, String start) {
    RunResult result = RunResult.run(folder, "graph", "collector.yaml", "--format", format);

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).startsWith(start).contains("otlp_http/gentrace");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void noSecretIsInAPageOrALink() {
    assertThat(RunResult.run(folder, "graph", "--format", "html").out())
        .contains("Authorization: Bearer REDACTED")
        .doesNotContain("abcdef123456");
    assertThat(RunResult.run(folder, "graph", "--otelbin").out())
        .startsWith("https://www.otelbin.io/?#config=receivers%3A*N__otlp%3A*N")
        .contains("Authorization%3A_Bearer_REDACTED*N")
        .doesNotContain("abcdef123456")
        .doesNotContain("distro");
  }

  @Test
  void theLinkTakesWhateverTheFileHolds() throws IOException {
    Files.writeString(folder.resolve("collector.yaml"), "receivers: [\n");

    assertThat(RunResult.run(folder, "graph", "--otelbin").out())
        .isEqualTo("https://www.otelbin.io/?#config=receivers%3A_%5B*N%7E\n");
    assertThat(RunResult.run(folder, "graph").exit()).isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void standardInputIsDrawnToo() {
    RunResult result = RunResult.run(folder, Map.of(), CONFIG, "graph", "-", "--ascii");

    assertThat(result.out()).startsWith("traces  line 12\n  otlp -> debug\n");
  }

  @Test
  void aFileThatIsThereIsOverwrittenOnlyByForce() throws IOException {
    String[] graph = {"graph", "collector.yaml", "--format", "svg", "-o", "collector.yaml"};
    RunResult refused = RunResult.run(folder, graph);

    assertThat(refused.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(refused.err()).contains("collector.yaml: ").contains("--force");
    assertThat(folder.resolve("collector.yaml")).hasContent(CONFIG);
    assertThat(RunResult.run(folder, "graph", "-o", "new.txt").exit()).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("new.txt")).content().startsWith("traces  line 12");
  }

  @Test
  void openGivesTheBrowserTheLink() throws IOException {
    Path seen = folder.resolve("seen");
    Path browser = folder.resolve("browser");
    Files.writeString(
        browser,
        "#!/bin/sh\nprintf %s \"$1\" >'"
            + seen
            + ".part' && mv '"
            + seen
            + ".part' '"
            + seen
            + "'\n");
    Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));

    RunResult result =
        RunResult.run(
            folder, Map.of("BROWSER", browser.toString()), "", "graph", "--otelbin", "--open");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    awaitFile(seen);
    assertThat(seen).hasContent(result.out().strip());
  }

  @Test
  void withoutABrowserTheLinkIsStillPrinted() {
    RunResult result = RunResult.run(folder, "graph", "--otelbin", "--open");

    assertThat(result.exit()).isEqualTo(ExitCode.NO_VERDICT);
    assertThat(result.out()).startsWith("https://www.otelbin.io/");
    assertThat(result.err()).contains("no browser").contains("BROWSER");
  }

  @Test
  void openNeedsSomethingToOpen() {
    RunResult result = RunResult.run(folder, "graph", "--open");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("--otelbin").contains("-o FILE");
  }

  @Test
  void aPicturesTooLargeForMermaidIsDrawnWithAWarning() throws IOException {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      names.append(i == 0 ? "" : ", ").append("otlp/").append(i);
    }
    Files.writeString(
        folder.resolve("collector.yaml"),
        "service: {pipelines: {traces: {receivers: [" + names + "], exporters: [debug]}}}\n");

    RunResult result = RunResult.run(folder, "graph", "--format", "mermaid");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).startsWith("warning: 600 lines; Mermaid draws 500 unless maxEdges");
  }

  private static void awaitFile(Path file) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!Files.exists(file) && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
