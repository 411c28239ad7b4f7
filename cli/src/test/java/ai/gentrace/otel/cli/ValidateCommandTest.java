package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ValidateCommandTest extends CommandTest {
  private static final Pattern RULE = Pattern.compile("(?m)\\[(GT\\d+)]$");

  /** The config of Gentrace's guide. */
  private static final String GUIDE =
      """
      receivers:
        otlp:
          protocols:
            grpc:
              endpoint: 0.0.0.0:4317
            http:
              endpoint: 0.0.0.0:4318
      exporters:
        otlphttp/gentrace:
          endpoint: https://gentrace.ai/api/otel/v1/traces
          headers:
            Authorization: 'Bearer ${env:GENTRACE_API_KEY}'
      processors:
        batch:
        filter/gentrace_sample:
          error_mode: ignore
          traces:
            span:
              # Drop spans that don't have gentrace.sample = "true"
              - 'attributes["gentrace.sample"] != "true"'
      service:
        pipelines:
          traces/gentrace:
            receivers: [otlp]
            processors: [batch, filter/gentrace_sample]
            exporters: [otlphttp/gentrace]
      """;

  private static final String PLAIN =
      """
      receivers:
        otlp: {protocols: {grpc: {}}}
      exporters:
        debug: {}
      service:
        pipelines:
          traces:
            receivers: [otlp]
            exporters: [debug]
      """;

  @Test
  void theGuidesConfigPostsToADoubledPathAndBatchesBeforeTheGate() throws IOException {
    write("guide.yaml", GUIDE);

    RunResult result = run("validate", "guide.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(rules(result)).containsExactly("GT101", "GT208", "GT211");
    assertThat(result.out())
        .contains(
            "guide.yaml:10:15: error:",
            "https://gentrace.ai/api/otel/v1/traces/v1/traces",
            "guide.yaml:25:20: warning:");
  }

  @Test
  void fixLeavesTheGuideWithAnInfoAndChangesNothingMore() throws IOException {
    write("guide.yaml", GUIDE);

    RunResult fixed = run("validate", "--fix", "guide.yaml");
    String once = read("guide.yaml");

    assertThat(fixed.exit()).isEqualTo(ExitCode.DONE);
    assertThat(rules(run("validate", "guide.yaml"))).containsExactly("GT208");
    assertThat(once)
        .isEqualTo(
            GUIDE
                .replace("  endpoint: https", "  traces_endpoint: https")
                .replace("[batch, filter/gentrace_sample]", "[filter/gentrace_sample, batch]"));
    run("validate", "--fix", "guide.yaml");
    assertThat(read("guide.yaml")).isEqualTo(once);
  }

  @Test
  void diffShowsTheFixAndWritesNothing() throws IOException {
    write("guide.yaml", GUIDE);

    RunResult result = run("validate", "--fix", "--diff", "guide.yaml");

    assertThat(result.out()).contains("+    traces_endpoint: https://gentrace.ai");
    assertThat(read("guide.yaml")).isEqualTo(GUIDE);
  }

  @Test
  void aCommentSilencesItsLineOrTheNext() throws IOException {
    write(
        "guide.yaml",
        GUIDE
            .replace("v1/traces\n", "v1/traces # gentrace-otel: ignore GT101 -- a proxy cuts it\n")
            .replace(
                "      processors: [",
                "      # gentrace-otel: ignore GT211, GT999\n      processors: ["));

    RunResult result = run("validate", "guide.yaml");

    assertThat(rules(result)).containsExactly("GT208", "GT020");
    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("There is no rule `GT999`.", "2 silenced");
  }

  @Test
  void rulesCanBeDisabledAndHaveAnotherLevel() throws IOException {
    write("guide.yaml", GUIDE);

    RunResult result =
        run(
            "validate",
            "--disable",
            "GT208",
            "--rule",
            "GT101=info",
            "--rule",
            "GT211=off",
            "guide.yaml");

    assertThat(result.out()).contains(": info: ").doesNotContain("GT208", "GT211");
    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(run("validate", "--disable", "GT999", "guide.yaml").exit())
        .isEqualTo(ExitCode.UNUSABLE);
    assertThat(run("validate", "--rule", "GT101=loud", "guide.yaml").exit())
        .isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void failOnDecidesTheExitAndSeverityWhatIsShown() throws IOException {
    write("plain.yaml", PLAIN);

    assertThat(run("validate", "plain.yaml").exit()).isEqualTo(ExitCode.DONE);
    assertThat(run("validate", "--fail-on", "warning", "plain.yaml").exit())
        .isEqualTo(ExitCode.FINDINGS);
    RunResult hidden = run("validate", "--fail-on", "warning", "--severity", "error", "plain.yaml");
    assertThat(rules(hidden)).isEmpty();
    assertThat(hidden.exit()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void aChangedPipelineDiffersFromTheBaseline() throws IOException {
    write("before.yaml", PLAIN);
    write("now.yaml", PLAIN.replace("exporters: [debug]", "exporters: [debug, debug/2]"));
    write("same.yaml", "# a comment\n" + PLAIN.replace("[otlp]", "\n        - otlp"));

    assertThat(rules(run("validate", "--baseline", "before.yaml", "now.yaml"))).contains("GT304");
    assertThat(rules(run("validate", "--baseline", "before.yaml", "same.yaml")))
        .containsExactly("GT050");
  }

  @Test
  void standardInputHasTheNameThatItIsGiven() {
    RunResult result =
        RunResult.run(
            folder, Map.of(), GUIDE, "validate", "--stdin-filename", "deploy/otel.yaml", "-");

    assertThat(result.out()).startsWith("deploy/otel.yaml:10:15:");
    assertThat(RunResult.run(folder, Map.of(), GUIDE, "validate", "--fix", "-").exit())
        .isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void foldersAreSearchedInOrderAndWithoutWhatIsNoConfig() throws IOException {
    write("deploy/b.yaml", PLAIN);
    write("deploy/a.yml", PLAIN);
    write("deploy/values/c.yaml", "config:\n" + PLAIN.indent(2));
    write("deploy/node_modules/x.yaml", GUIDE);
    write("deploy/compose.yaml", "services: {}\n");

    RunResult result = run("validate", "--format", "json", "deploy");

    assertThat(result.out().replaceAll("\\s", "")).contains("\"files\":3");
    assertThat(result.out())
        .containsSubsequence("deploy/a.yml", "deploy/b.yaml", "deploy/values/c.yaml")
        .doesNotContain("node_modules");
  }

  @Test
  void aFolderWithoutConfigsIsAnError() throws IOException {
    write("empty/readme.yaml", "a: b\n");

    assertThat(run("validate", "empty").exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run("validate", "missing.yaml").exit()).isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void filesOfOneConfigAreMergedAsTheCollectorDoes() throws IOException {
    write("base.yaml", PLAIN);
    write("more.yaml", "service: {pipelines: {traces: {exporters: [debug, file]}}}\n");

    RunResult result = run("validate", "--merge-files", "base.yaml", "more.yaml");

    assertThat(rules(result)).contains("GT008");
    assertThat(result.out()).contains("more.yaml:1:51: error:");
  }

  @Test
  void whatIsNoTextOrNoYamlIsSaidToBeThat() throws IOException {
    write("empty.yaml", "");
    write("template.yaml", PLAIN.replace("debug: {}", "debug: {{ .Values.debug }}"));
    write("brackets.yaml", "[".repeat(3_000_000));
    write("tabs.yaml", "receivers:\n\totlp:\n");
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String item = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [")
          .append(String.join(", ", List.of(item, item, item, item, item, item, item, item, item)))
          .append("]\n");
    }
    write("bomb.yaml", PLAIN + bomb);
    Files.write(folder.resolve("binary.yaml"), new byte[] {0x7f, 'E', 'L', 'F', 0, 1, (byte) 0xff});
    Files.write(folder.resolve("latin.yaml"), "a: é\n".getBytes(StandardCharsets.ISO_8859_1));

    expect("empty.yaml", "GT004");
    expect("template.yaml", "GT001");
    assertThat(run("validate", "template.yaml").out()).containsIgnoringCase("template");
    expect("brackets.yaml", "GT001");
    expect("tabs.yaml", "GT001");
    expect("latin.yaml", "GT003");
    assertThat(run("validate", "bomb.yaml").exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run("validate", "binary.yaml").exit()).isEqualTo(ExitCode.FINDINGS);
  }

  private void expect(String file, String rule) {
    RunResult result = run("validate", file);
    assertThat(result.exit()).as(file).isEqualTo(ExitCode.FINDINGS);
    assertThat(rules(result)).as(file).contains(rule);
  }

  private static List<String> rules(RunResult result) {
    return RULE.matcher(result.out()).results().map(found -> found.group(1)).toList();
  }
}
