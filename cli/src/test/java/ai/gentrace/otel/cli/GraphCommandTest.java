package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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

  private static final Map<String, String> UTF_8 = Map.of("LC_ALL", "C.UTF-8");

  @TempDir Path folder;

  @BeforeEach
  void writeConfig() throws IOException {
    Files.writeString(folder.resolve("collector.yaml"), CONFIG);
  }

  @Test
  void drawsTheConfigThatIsThere() {
    RunResult result = RunResult.run(folder, UTF_8, "", "graph");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .startsWith("collector.yaml: 2 pipelines, 1 to Gentrace\n\n── traces ─")
        .contains("  otlp ───▶ no processor ───▶ debug\n")
        .contains("━━ traces/gentrace ━━ to Gentrace ");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void findingsAreMarkedOnTheComponent() {
    assertThat(RunResult.run(folder, "graph", "collector.yaml").out())
        .containsPattern("otlp_http/gentrace .*\\[GT101\\]")
        .contains("collector.yaml:7:", "error:");
  }

  @ParameterizedTest
  @CsvSource({
    "mermaid, flowchart LR",
    "dot, digraph collector {",
    "svg, <svg xmlns=",
    "html, <!DOCTYPE html>"
  })
  void everyFormatGoesToStandardOutput(String format, String start) {
    RunResult result = RunResult.run(folder, "graph", "collector.yaml", "--format", format);

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).startsWith(start).contains("gentrace");
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
    RunResult result = RunResult.run(folder, UTF_8, CONFIG, "graph", "-", "--ascii");

    assertThat(result.out())
        .startsWith("<stdin>: 2 pipelines")
        .contains("  otlp ---> no processor ---> debug\n");
  }

  @Test
  void aLocaleWithoutUtf8GetsAscii() {
    assertThat(
            RunResult.run(folder, Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8"), "", "graph").out())
        .matches("[ -~\n]+");
    assertThat(RunResult.run(folder, Map.of("LANG", "de_DE.UTF-8"), "", "graph").out())
        .contains("▶");
  }

  @Test
  void aFileThatIsThereIsOverwrittenOnlyByForce() throws IOException {
    String[] graph = {"graph", "collector.yaml", "--format", "svg", "-o", "collector.yaml"};
    RunResult refused = RunResult.run(folder, graph);

    assertThat(refused.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(refused.err()).contains("collector.yaml: ", "--force");
    assertThat(folder.resolve("collector.yaml")).hasContent(CONFIG);
    assertThat(RunResult.run(folder, "graph", "-o", "new.txt").exit()).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("new.txt")).content().startsWith("collector.yaml: 2 pipelines");
  }

  @Test
  void openGivesTheBrowserTheLink() throws IOException {
    Path seen = folder.resolve("seen");
    Path browser = script("printf %s \"$1\" >'" + seen + "'");

    RunResult result =
        RunResult.run(
            folder, Map.of("BROWSER", browser.toString()), "", "graph", "--otelbin", "--open");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(seen).hasContent(result.out().strip());
  }

  @Test
  void aLinkTooLongForACommandLineIsOpenedByAPage() throws IOException {
    Files.writeString(folder.resolve("collector.yaml"), "# a comment\n".repeat(20_000));
    Path seen = folder.resolve("seen");
    Path browser = script("cp \"$1\" '" + seen + "'");

    RunResult result =
        RunResult.run(
            folder, Map.of("BROWSER", browser.toString()), "", "graph", "--otelbin", "--open");

    assertThat(result.err()).isEmpty();
    assertThat(seen).content().contains("content=\"0; url=" + result.out().strip() + "\"");
  }

  @Test
  void withoutABrowserTheLinkIsStillPrinted() {
    RunResult result = RunResult.run(folder, "graph", "--otelbin", "--open");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).startsWith("https://www.otelbin.io/");
    assertThat(result.err()).contains("no browser was opened").contains("open it yourself");
  }

  @Test
  void openNeedsSomethingToOpen() {
    RunResult result = RunResult.run(folder, "graph", "--open");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("--otelbin").contains("html");
  }

  @Test
  void aPictureTooLargeForMermaidIsDrawnWithAWarning() throws IOException {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      names.append(i == 0 ? "" : ", ").append("otlp/").append(i);
    }
    Files.writeString(
        folder.resolve("collector.yaml"),
        "service: {pipelines: {traces: {receivers: [" + names + "], exporters: [debug]}}}\n");

    RunResult result = RunResult.run(folder, "graph", "--format", "mermaid");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).contains("warning: Mermaid shows at most 500 arrows");
  }

  @Test
  void aBrowserThatFailsIsSaid() throws IOException {
    Path browser = script("exit 4");

    RunResult result =
        RunResult.run(
            folder, Map.of("BROWSER", browser.toString()), "", "graph", "--otelbin", "--open");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).contains(browser + " ended with 4");
  }

  @Test
  void openShowsAPageWithoutAFileOfTheUsers() throws IOException {
    Path seen = folder.resolve("seen");
    Path browser = script("cp \"$1\" '" + seen + "'");

    RunResult result =
        RunResult.run(
            folder,
            Map.of("BROWSER", browser.toString()),
            "",
            "graph",
            "--format",
            "html",
            "--open");

    assertThat(result.out()).isEmpty();
    assertThat(seen).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void aLinkHasNoFormat() {
    RunResult result = RunResult.run(folder, "graph", "--otelbin", "--format", "svg");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("--otelbin").contains("--format");
  }

  @Test
  void whatIsNoTextIsSaidAndLinkedAllTheSame() throws IOException {
    Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'});

    RunResult result = RunResult.run(folder, "graph", "latin.yaml", "--otelbin");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).isEqualTo("https://www.otelbin.io/?#config=a%3A_%EF%BF%BD*N%7E\n");
    assertThat(result.err()).contains("latin.yaml:1:4: ").contains("U+FFFD");
  }

  @Test
  void keysThatStandTwiceAreMarkedAndDrawn() throws IOException {
    Files.writeString(folder.resolve("collector.yaml"), CONFIG + "receivers:\n  zipkin:\n");

    RunResult result = RunResult.run(folder, "graph");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("traces/gentrace", "[GT002]");
  }

  @Test
  void aConfigInAConfigMapKeepsTheLinesOfTheFile() throws IOException {
    String indented = CONFIG.replaceAll("(?m)^(?=.)", "    ");
    Files.writeString(
        folder.resolve("map.yaml"),
        "apiVersion: v1\nkind: ConfigMap\ndata:\n  relay: |\n" + indented);

    assertThat(RunResult.run(folder, "graph", "map.yaml").out())
        .startsWith("map.yaml (ConfigMap at data.relay): 2 pipelines")
        .contains(" map.yaml:16:9\n")
        .contains("map.yaml:11:");
    assertThat(RunResult.run(folder, "graph", "map.yaml", "--format", "html").out())
        .contains("href=\"#L6\"", "id=\"L6\"")
        .doesNotContain("id=\"L1\"", "abcdef123456");
  }

  @Test
  void aSelfHostedGentraceStandsOutToo() throws IOException {
    Files.writeString(
        folder.resolve("collector.yaml"),
        CONFIG
            .replace("gentrace.ai/api", "gentrace.example.com/api")
            .replace("http/gentrace", "http/g"));

    assertThat(RunResult.run(folder, "graph").out()).contains("none to Gentrace");
    assertThat(
            RunResult.run(folder, "graph", "--base-url", "https://gentrace.example.com/api").out())
        .contains("1 to Gentrace");
  }

  private Path script(String line) throws IOException {
    Path script = folder.resolve("browser");
    Files.writeString(script, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }
}
