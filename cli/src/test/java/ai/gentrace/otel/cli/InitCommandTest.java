package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InitCommandTest extends CommandTest {
  private static final String CONFIG =
      """
      receivers:
        otlp:
          protocols:
            grpc:
      processors:
        memory_limiter: {check_interval: 1s, limit_mib: 400}
        resource/eu: {}
      exporters:
        debug: # everything
      service:
        pipelines:
          traces:
            receivers: [otlp]
            processors: [memory_limiter, resource/eu]
            exporters: [debug]
      """;

  @Test
  void initWritesACompleteConfig() {
    RunResult result = run("init", "--collector-version", "0.161.0");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .startsWith("# An OpenTelemetry Collector")
        .contains(
            "trace_conditions:",
            "otlp_http/gentrace:",
            "processors: [memory_limiter, filter/gentrace_sample, batch/gentrace]");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void withoutAReleaseItWritesWhatEveryReleaseTakes() {
    assertThat(run("init").out()).contains("otlphttp/gentrace:").doesNotContain("otlp_http");
  }

  @Test
  void initNeverOverwritesUnlessForced() throws IOException {
    write("c.yaml", "mine");

    assertThat(run("init", "-o", "c.yaml").exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(read("c.yaml")).isEqualTo("mine");
    assertThat(run("init", "-o", "c.yaml", "--force").exit()).isEqualTo(ExitCode.DONE);
    assertThat(read("c.yaml")).contains("otlphttp/gentrace");
  }

  @Test
  void mergeAddsAndSaysWhatWhereAndWhy() throws IOException {
    write("c.yaml", CONFIG);

    RunResult result = run("init", "--merge", "c.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains(
            "c.yaml: added to the collector config:",
            "lines 8-13  processors.filter/gentrace_sample",
            "receivers: otlp (of traces)",
            "release unknown, so the form that every release takes",
            "traces also has resource/eu, which Gentrace's spans do not pass",
            "next: set GENTRACE_API_KEY");
    assertThat(read("c.yaml").lines().skip(7).findFirst().orElse(""))
        .startsWith("  # Only spans marked");
    assertThat(read("c.yaml").lines().skip(12).findFirst().orElse(""))
        .contains("attributes[\"gentrace.sample\"] != \"true\"");
    assertThat(read("c.yaml"))
        .contains("processors: [memory_limiter, filter/gentrace_sample, batch/gentrace]");
  }

  @Test
  void aSecondMergeChangesNothing() throws IOException {
    write("c.yaml", CONFIG);
    run("init", "--merge", "c.yaml");
    String merged = read("c.yaml");

    RunResult result = run("init", "--merge", "c.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).contains("nothing to do");
    assertThat(read("c.yaml")).isEqualTo(merged);
    assertThat(run("init", "--merge", "--check", "c.yaml").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void diffAndCheckWriteNothing() throws IOException {
    write("c.yaml", CONFIG);

    RunResult diff = run("init", "--merge", "c.yaml", "--diff");
    RunResult check = run("init", "--merge", "c.yaml", "--check");

    assertThat(diff.exit()).isEqualTo(ExitCode.DONE);
    assertThat(diff.out()).startsWith("--- c.yaml\n+++ c.yaml\n@@ ");
    assertThat(diff.out().lines().filter(line -> line.startsWith("-"))).hasSize(1);
    assertThat(check.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(check.out()).isEmpty();
    assertThat(read("c.yaml")).isEqualTo(CONFIG);
  }

  @Test
  void theDiffIsColouredForAPerson() throws IOException {
    write("c.yaml", CONFIG);

    assertThat(run("init", "--merge", "c.yaml", "--diff", "--color", "always").out())
        .contains("\u001b[32m+  filter/gentrace_sample:\u001b[0m");
  }

  @Test
  void standardInputGoesToStandardOutput() {
    RunResult result = RunResult.run(folder, Map.of(), CONFIG, "init", "--merge", "-");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("otlphttp/gentrace:");
    assertThat(RunResult.run(folder, Map.of(), result.out(), "init", "--merge", "-").out())
        .isEqualTo(result.out());
    assertThat(RunResult.run(folder, Map.of(), result.out(), "remove", "-").out())
        .isEqualTo(CONFIG);
  }

  @Test
  void theResultMayGoElsewhere() throws IOException {
    write("c.yaml", CONFIG);

    assertThat(run("init", "--merge", "c.yaml", "-o", "d.yaml").exit()).isEqualTo(ExitCode.DONE);
    assertThat(read("c.yaml")).isEqualTo(CONFIG);
    assertThat(read("d.yaml")).contains("otlphttp/gentrace:");
    assertThat(run("init", "--merge", "c.yaml", "-o", "d.yaml").exit())
        .isEqualTo(ExitCode.UNUSABLE);
    assertThat(run("init", "--merge", "c.yaml", "-o", "-").out()).isEqualTo(read("d.yaml"));
  }

  @Test
  void aBackupIsTheOldFile() throws IOException {
    write("c.yaml", CONFIG);

    run("init", "--merge", "c.yaml", "--backup");

    assertThat(read("c.yaml.bak")).isEqualTo(CONFIG);
  }

  @Test
  void theReleaseIsReadFromAnImageBesideTheFile() throws IOException {
    write("c.yaml", CONFIG);
    write(
        "compose.yaml",
        """
        services:
          collector:
            image: otel/opentelemetry-collector-contrib:0.150.1
        """);

    RunResult result = run("init", "--merge", "c.yaml");

    assertThat(result.err())
        .contains(
            "collector: 0.150.1 (image otel/opentelemetry-collector-contrib:0.150.1 at"
                + " compose.yaml:3:12), so the form for 0.146 and newer");
    assertThat(read("c.yaml")).contains("otlp_http/gentrace:");
  }

  @Test
  void endpointKeyAndReceiversFollowTheOptions() throws IOException {
    write("c.yaml", CONFIG.replace("  otlp:\n", "  otlp:\n  zipkin: {}\n  otlp/2:\n"));

    RunResult result =
        run(
            "init",
            "--merge",
            "c.yaml",
            "--base-url",
            "https://gentrace.example.com/api/",
            "--api-key-env",
            "LLM_KEY",
            "--receivers",
            "zipkin",
            "--processors-from",
            "traces");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(read("c.yaml"))
        .contains(
            "traces_endpoint: https://gentrace.example.com/api/otel/v1/traces",
            "'Bearer ${env:LLM_KEY}'",
            "receivers: [zipkin]",
            "processors: [filter/gentrace_sample, resource/eu, batch/gentrace]");
    assertThat(run("remove", "c.yaml").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void updateMovesThePartsToTheFormForTheRelease() throws IOException {
    write("c.yaml", CONFIG);
    run("init", "--merge", "c.yaml");

    RunResult same = run("init", "--merge", "--update", "c.yaml");
    RunResult newer = run("init", "--merge", "--update", "--collector-version", "0.161", "c.yaml");

    assertThat(same.err()).contains("nothing to do");
    assertThat(newer.exit()).isEqualTo(ExitCode.DONE);
    assertThat(newer.err())
        .contains("changed the collector config", "otlphttp/gentrace is now otlp_http");
    assertThat(read("c.yaml")).contains("trace_conditions:").doesNotContain("otlphttp");
    assertThat(run("remove", "c.yaml").exit()).isEqualTo(ExitCode.DONE);
    assertThat(read("c.yaml")).isEqualTo(CONFIG);
  }

  @Test
  void aPathThatDoesNotWorkIsNamedAndNotTouched() throws IOException {
    String guide = withOwnPath("endpoint: https://gentrace.ai/api/otel/v1/traces");
    write("c.yaml", guide);

    RunResult result = run("init", "--merge", "c.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err())
        .contains("error: c.yaml:13:15: ", "GT101 c.yaml:13:15", "validate --fix c.yaml");
    assertThat(read("c.yaml")).isEqualTo(guide);
  }

  @Test
  void aPathOfItsOwnThatWorksIsEnough() throws IOException {
    String own = withOwnPath("traces_endpoint: https://gentrace.ai/api/otel/v1/traces");
    write("c.yaml", own);

    RunResult result = run("init", "--merge", "c.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).contains("nothing to do", "warning: GT305");
    assertThat(read("c.yaml")).isEqualTo(own);
  }

  @Test
  void aRaisedLimitIsInformationOnly() throws IOException {
    write("c.yaml", CONFIG);
    run("init", "--merge", "c.yaml");
    write("c.yaml", read("c.yaml").replace("queue_size: 50", "queue_size: 500"));

    RunResult result = run("init", "--merge", "c.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.err())
        .contains("nothing to do", "sending_queue.queue_size: 500 (template: 50)");
  }

  private static String withOwnPath(String endpoint) {
    return CONFIG
            .replace(
                "  resource/eu: {}\n",
                """
                  resource/eu: {}
                  filter/llm:
                    error_mode: ignore
                    traces: {span: ['attributes["gentrace.sample"] != "true"']}
                """)
            .replace(
                "  debug: # everything\n",
                """
                  otlphttp/llm:
                    ENDPOINT
                    headers: {Authorization: 'Bearer ${env:GENTRACE_API_KEY}'}
                  debug: # everything
                """)
            .replace("ENDPOINT", endpoint)
        + "    traces/llm: {receivers: [otlp], processors: [filter/llm], exporters: [otlphttp/llm]}\n";
  }

  @Test
  void aKeyDoesNotLeaveInTheClear() throws IOException {
    write("c.yaml", CONFIG);

    RunResult result = run("init", "--merge", "c.yaml", "--base-url", "http://g.example.com/api");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("GT103", "unencrypted");
    assertThat(read("c.yaml")).isEqualTo(CONFIG);
    assertThat(run("init", "--base-url", "http://g.example.com/api").exit())
        .isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void aKeyIsNeverTakenForAVariableNorPrinted() throws IOException {
    write("c.yaml", CONFIG);

    RunResult result = run("init", "--merge", "c.yaml", "--api-key-env", "gen_sk-secret!");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).doesNotContain("secret");
  }

  @Test
  void badInputIsRefusedAndLeftAlone() throws IOException {
    String aliased =
        """
        x: &e {debug: {}}
        receivers: {otlp: {}}
        exporters: *e
        service: {pipelines: {traces: {receivers: [otlp], exporters: [debug]}}}
        """;
    refuses("aliased.yaml", aliased, "aliased.yaml:3:12", "alias");
    refuses(
        "expression.yaml",
        CONFIG.replace("processors:\n", "processors: ${file:p.yaml}\nx-old:\n"),
        "expression.yaml:5:13",
        "");
    refuses("broken.yaml", "receivers: {", "broken.yaml:1:", "");
    refuses("marks.yaml", "\uFEFF\uFEFF" + CONFIG, "marks.yaml:1:1", "Two byte order marks");
    refuses("list.yaml", "- a\n", "list.yaml", "no collector config");
    refuses(
        "template.yaml", "receivers:\n  otlp: {{ .Values.x }}\n", "template.yaml:2:9", "template");
    Files.write(folder.resolve("latin.yaml"), "# é\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run("init", "--merge", "latin.yaml").err()).contains("latin.yaml:1:3", "UTF-8");
    assertThat(run("init", "--merge", "missing.yaml").err())
        .contains("missing.yaml: There is no such file");
    Files.createDirectory(folder.resolve("dir"));
    assertThat(run("init", "--merge", "dir").err()).contains("dir: It is a folder");
  }

  private void refuses(String name, String text, String place, String reason) throws IOException {
    write(name, text);

    RunResult result = run("init", "--merge", name);

    assertThat(result.exit()).as(name).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("error: " + place, reason, "help: ");
    assertThat(read(name)).isEqualTo(text);
  }

  @Test
  void oneBadFileDoesNotStopTheOthers() throws IOException {
    write("a.yaml", "receivers: {");
    write("b.yaml", CONFIG);

    RunResult result = run("init", "--merge", "a.yaml", "b.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(read("b.yaml")).contains("otlphttp/gentrace");
  }

  @Test
  void filesAndPathsOfWindowsWorkTheSame() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path work = Files.createDirectories(windows.getPath("C:\\work\\conf"));
      Path file = Files.writeString(work.resolve("c.yaml"), CONFIG.replace("\n", "\r\n"));

      RunResult merged = RunResult.run(work.getParent(), "init", "--merge", "conf\\c.yaml");
      assertThat(merged.exit()).as(merged.err()).isEqualTo(ExitCode.DONE);
      assertThat(Files.readString(file)).contains("  otlphttp/gentrace:\r\n");
      assertThat(RunResult.run(work.getParent(), "remove", "conf\\c.yaml").exit())
          .isEqualTo(ExitCode.DONE);
      assertThat(Files.readString(file)).isEqualTo(CONFIG.replace("\n", "\r\n"));
      try (Stream<Path> left = Files.list(work)) {
        assertThat(left).containsExactly(file);
      }
    }
  }

  @Test
  void wishesThatContradictAreRefused() throws IOException {
    write("c.yaml", CONFIG);

    assertThat(run("init", "c.yaml").err()).contains("init --merge c.yaml");
    assertThat(run("init", "--merge").exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run("init", "--receivers", "zipkin").err())
        .contains("The receiver zipkin of --receivers is not defined", "help: Defined are: otlp");
    assertThat(run("init", "--check").err()).contains("--check goes with --merge");
    assertThat(run("init", "--merge", "c.yaml", "-o", "d", "--diff").exit())
        .isEqualTo(ExitCode.UNUSABLE);
    assertThat(run("init", "--merge", "c.yaml", "c.yaml", "-o", "d").exit())
        .isEqualTo(ExitCode.UNUSABLE);
    assertThat(run("init", "--merge", "c.yaml", "--recievers", "x").err()).contains("--receivers");
  }
}
