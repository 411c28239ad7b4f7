package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.rules.Rules;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFormatsTest {
  private static final String CONFIG =
      """
      receivers:
        otlp: {protocols: {grpc: {}}}
      processors:
        filter/gentrace_sample:
          traces:
            span: ['attributes["gentrace.sample"] != "true" and attributes["gentrace.sample"] != true']
      exporters:
        otlphttp/gentrace:
          endpoint: https://gentrace.ai/api/otel/v1/traces
          headers: {Authorization: Bearer not-a-real-key}
      service:
        pipelines:
          traces/gentrace:
            receivers: [otlp]
            processors: [filter/gentrace_sample]
            exporters: [otlphttp/gentrace]
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeConfig() throws IOException {
    Files.createDirectories(folder.resolve("repo/.git"));
    Files.createDirectories(folder.resolve("repo/deploy dir"));
    Files.writeString(folder.resolve("repo/deploy dir/collector.yaml"), CONFIG);
  }

  @Test
  void namesFromAConfigCannotMoveTheCursorOfATerminal() throws IOException {
    Files.writeString(
        folder.resolve("repo/deploy dir/collector.yaml"),
        CONFIG.replace("receivers: [otlp]", "receivers: [\"otlp/\\e[2J\\u202e\"]"));

    String text = validate("--format", "text").out();

    assertThat(text).contains("`otlp/\\u{1b}[2J\\u{202e}`");
    assertThat(text.chars()).doesNotContain((int) '\u001b', 0x202e);
  }

  @Test
  void sarifKeepsToTheSchemaOfTheStandard() throws IOException {
    String sarif = validate("--format", "sarif").out();

    assertThat(schema().validate(sarif, InputFormat.JSON)).extracting(Error::toString).isEmpty();
    assertThat(schema().validate(sarif.replace("\"2.1.0\"", "\"2.0.0\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void sarifDeclaresAllRulesAndLinksTheirPages() {
    JsonNode rules = json(validate("--format", "sarif").out()).at("/runs/0/tool/driver/rules");

    assertThat(rules.values())
        .extracting(rule -> rule.get("id").asString())
        .isEqualTo(Rules.infos().stream().map(RuleInfo::id).toList());
    assertThat(rules.values())
        .allSatisfy(
            rule ->
                assertThat(rule.get("helpUri").asString())
                    .endsWith("/docs/rules/" + rule.get("id").asString() + ".md"));
  }

  @Test
  void sarifNamesFilesFromTheRepositorysRootAndHoldsFixes() {
    JsonNode results = json(validate("--format", "sarif").out()).at("/runs/0/results");
    JsonNode doubled = withRule(results, "ruleId", "GT101");

    assertThat(doubled.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("deploy%20dir/collector.yaml");
    assertThat(doubled.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(9);
    assertThat(doubled.at("/fixes/0/artifactChanges/0/replacements")).isNotEmpty();
  }

  @Test
  void sarifFingerprintsDifferAndOutliveOtherLines() throws IOException {
    Set<String> before = fingerprints();
    Files.writeString(folder.resolve("repo/deploy dir/collector.yaml"), "# new\n\n" + CONFIG);

    assertThat(fingerprints()).isEqualTo(before).hasSize(3);
  }

  private Set<String> fingerprints() {
    Set<String> prints = new HashSet<>();
    for (JsonNode result : json(validate("--format", "sarif").out()).at("/runs/0/results")) {
      prints.add(result.at("/partialFingerprints/gentraceOtel~1v1").asString());
    }
    return prints;
  }

  @Test
  void jsonHasTheDocumentedFields() {
    JsonNode report = json(validate("--format", "json", "--collector-version", "0.120.0").out());
    JsonNode doubled = withRule(report.get("findings"), "rule", "GT101");

    assertThat(report.propertyNames())
        .containsExactly("version", "tool", "collector", "summary", "findings");
    assertThat(report.get("version").asInt()).isEqualTo(1);
    assertThat(report.at("/collector/version").asString()).isEqualTo("0.120.0");
    assertThat(report.at("/collector/source").asString()).isEqualTo("--collector-version");
    assertThat(report.at("/summary/files").asInt()).isEqualTo(1);
    assertThat(report.at("/summary/errors").asInt()).isEqualTo(2);
    assertThat(report.at("/summary/warnings").asInt()).isEqualTo(1);
    assertThat(doubled.propertyNames())
        .containsExactly(
            "rule",
            "name",
            "severity",
            "message",
            "help",
            "url",
            "file",
            "line",
            "column",
            "endLine",
            "endColumn",
            "path",
            "fix");
    assertThat(doubled.get("file").asString()).isEqualTo("deploy dir/collector.yaml");
    assertThat(doubled.get("line").asInt()).isEqualTo(9);
    assertThat(doubled.get("column").asInt()).isEqualTo(15);
    assertThat(doubled.get("endColumn").asInt()).isEqualTo(53);
    assertThat(doubled.get("path").asString()).isEqualTo("exporters.otlphttp/gentrace.endpoint");
    assertThat(doubled.at("/fix/safe").asBoolean()).isTrue();
    assertThat(doubled.at("/fix/edits/0").propertyNames())
        .containsExactly("line", "column", "endLine", "endColumn", "text");
  }

  @Test
  void anUnknownCollectorIsNull() {
    assertThat(json(validate("--format", "json").out()).at("/collector/version").isNull()).isTrue();
  }

  @Test
  void noFormatPrintsASecret() {
    for (String format : List.of("text", "json", "sarif", "github")) {
      assertThat(validate("--format", format).out())
          .contains("GT106")
          .doesNotContain("not-a-real-key");
    }
  }

  @Test
  void githubAnnotationsAreEscapedAndTheWorstComeFirst() throws IOException {
    Files.writeString(folder.resolve("repo/a,b:100%.yaml"), CONFIG);

    RunResult result =
        RunResult.run(
            folder.resolve("repo"),
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", "summary.md"),
            "",
            "validate",
            "a,b:100%.yaml");

    assertThat(result.out().lines().toList())
        .satisfiesExactly(
            first ->
                assertThat(first).startsWith("::error file=a%2Cb%3A100%25.yaml,line=9,col=15,"),
            second -> assertThat(second).startsWith("::error ").contains("title=GT106 "),
            third -> assertThat(third).startsWith("::warning ").contains("title=GT206 ", "%0A"),
            last -> assertThat(last).isEqualTo("1 file: 2 errors, 1 warning, 0 info"));
    assertThat(Files.readString(folder.resolve("repo/summary.md")))
        .contains("| where | level | rule | what |", "docs/rules/GT101.md", "a,b:100%.yaml:9:15");
  }

  @Test
  void githubGetsNoMoreThanItShows() throws IOException {
    StringBuilder unused = new StringBuilder(CONFIG);
    unused.append("extensions:\n");
    for (int i = 0; i < 12; i++) {
      unused.append("  zpages/").append(i).append(": {}\n");
    }
    Files.writeString(folder.resolve("repo/deploy dir/collector.yaml"), unused);

    List<String> lines = validate("--format", "github").out().lines().toList();

    assertThat(lines).filteredOn(line -> line.startsWith("::warning ")).hasSize(10);
    assertThat(lines.get(lines.size() - 1)).contains("3 more than GitHub shows");
  }

  @Test
  void textShowsTheSourceWithACaretUnderTheRange() {
    assertThat(validate().out())
        .contains(
            """
            deploy dir/collector.yaml:9:15: error:""",
            "endpoint: https://gentrace.ai/api/otel/v1/traces\n",
            "^".repeat(38) + "\n");
  }

  private RunResult validate(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "validate";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[arguments.length - 1] = "deploy dir/collector.yaml";
    return RunResult.run(folder.resolve("repo"), arguments);
  }

  private static JsonNode withRule(JsonNode results, String field, String rule) {
    for (JsonNode result : results) {
      if (result.get(field).asString().equals(rule)) {
        return result;
      }
    }
    throw new AssertionError(rule + " is not among " + results);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  /** As published by OASIS with the standard. */
  private static Schema schema() throws IOException {
    try (InputStream in =
        ReportFormatsTest.class.getResourceAsStream("report/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(in);
    }
  }
}
