package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ValidateFixTest extends CommandTest {
  /** The batch before the gate can only move behind what also stands between them. */
  private static final String WITH_A_PROCESSOR_BETWEEN =
      """
      receivers:
        otlp: {protocols: {grpc: {}}}
      processors:
        batch: {}
        attributes: {actions: [{key: a, action: delete}]}
        filter/gentrace_sample:
          traces: {span: ['attributes["gentrace.sample"] != "true" and attributes["gentrace.sample"] != true']}
      exporters:
        otlphttp/gentrace:
          traces_endpoint: https://gentrace.ai/api/otel/v1/traces
          headers: {Authorization: 'Bearer ${env:GENTRACE_API_KEY}'}
      service:
        pipelines:
          traces/gentrace:
            receivers: [otlp]
            processors: [batch, attributes, filter/gentrace_sample] # the gate comes last
            exporters: [otlphttp/gentrace]
      """;

  private static final String WITH_ERROR_MODE =
      WITH_A_PROCESSOR_BETWEEN.replace(
          "gentrace.sample\"] != true']}\n",
          "gentrace.sample\"] != true']}\n    error_mode: ignore\n");

  @Test
  void safeFixesLeaveWhatMayChangeTheMeaning() throws IOException {
    write(WITH_A_PROCESSOR_BETWEEN);

    RunResult result = run("validate", "--fix", "collector.yaml");

    assertThat(read()).isEqualTo(WITH_ERROR_MODE);
    assertThat(result.out()).contains("[GT211]").doesNotContain("[GT206]");
  }

  @Test
  void unsafeFixesAreMadeWhenAskedFor() throws IOException {
    write(WITH_A_PROCESSOR_BETWEEN);
    String fixed =
        WITH_ERROR_MODE.replace(
            "[batch, attributes, filter/gentrace_sample]",
            "[filter/gentrace_sample, batch, attributes]");

    RunResult first = run("validate", "--fix", "--unsafe", "collector.yaml");
    String once = read();
    RunResult second = run("validate", "--fix", "--unsafe", "collector.yaml");

    assertThat(once).isEqualTo(fixed);
    assertThat(first.exit()).isEqualTo(ExitCode.DONE);
    assertThat(second.out()).doesNotContain("[GT");
    assertThat(read()).isEqualTo(fixed);
  }

  @Test
  void unsafeFixesAreShownAsADiffWithoutWriting() throws IOException {
    write(WITH_A_PROCESSOR_BETWEEN);

    RunResult result = run("validate", "--fix", "--unsafe", "--diff", "collector.yaml");

    assertThat(result.out())
        .contains(
            "-      processors: [batch, attributes, filter/gentrace_sample] # the gate comes last",
            "+      processors: [filter/gentrace_sample, batch, attributes] # the gate comes last",
            "+    error_mode: ignore");
    assertThat(read()).isEqualTo(WITH_A_PROCESSOR_BETWEEN);
  }

  @Test
  void unsafeAloneIsAMistake() throws IOException {
    write(WITH_A_PROCESSOR_BETWEEN);

    RunResult result = run("validate", "--unsafe", "collector.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("--fix");
  }

  @Test
  void aRenamedComponentIsFixedOnlyWhereTheReleaseIsKnown() throws IOException {
    write(WITH_A_PROCESSOR_BETWEEN);
    run("validate", "--fix", "--unsafe", "collector.yaml");
    String before = read();

    run("validate", "--fix", "--unsafe", "collector.yaml");
    assertThat(read()).isEqualTo(before);
    run("validate", "--fix", "--collector-version", "0.161.0", "collector.yaml");
    assertThat(read()).isEqualTo(before.replace("otlphttp/gentrace", "otlp_http/gentrace"));
  }

  private void write(String text) throws IOException {
    write("collector.yaml", text);
  }

  private String read() throws IOException {
    return read("collector.yaml");
  }
}
