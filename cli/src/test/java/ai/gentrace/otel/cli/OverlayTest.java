package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OverlayTest extends CommandTest {
  private static final String CONFIG =
      """
      receivers:
        otlp: {protocols: {grpc: {}}}
      exporters:
        debug: {}
      service:
        pipelines:
          traces: {receivers: [otlp], exporters: [debug]}
      """;

  @Test
  void aSecondConfigHoldsThePartsAlone() throws IOException {
    write("c.yaml", CONFIG);

    RunResult result = run("init", "--merge", "c.yaml", "--overlay", "o.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(read("c.yaml")).isEqualTo(CONFIG);
    assertThat(read("o.yaml"))
        .startsWith("# The Gentrace parts. Give the collector this file")
        .contains("\nprocessors:\n", "\n    traces/gentrace:\n      receivers: [otlp]\n")
        .doesNotContain("debug");
    assertThat(run("init", "--merge", "c.yaml", "--overlay", "o.yaml").err())
        .contains("nothing to do");
  }

  @Test
  void anotherFileIsOverwrittenOnlyByForce() throws IOException {
    write("c.yaml", CONFIG);
    write("o.yaml", "mine: 1\n");

    assertThat(run("init", "--merge", "c.yaml", "--overlay", "o.yaml").exit())
        .isEqualTo(ExitCode.UNUSABLE);
    assertThat(read("o.yaml")).isEqualTo("mine: 1\n");
    assertThat(run("init", "--merge", "c.yaml", "--overlay", "o.yaml", "--force").exit())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void helmValuesKeepTheirPath() throws IOException {
    write("v.yaml", "mode: daemonset\ncollector:\n  config:\n" + CONFIG.indent(4));

    assertThat(run("init", "--merge", "v.yaml", "--overlay", "o.yaml").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(read("o.yaml"))
        .startsWith("# The Gentrace parts. Give Helm this file")
        .contains("\ncollector:\n  config:\n    processors:\n")
        .doesNotContain("daemonset");
  }

  @Test
  void aResourceGetsAPatchThatNamesIt() throws IOException {
    write(
        "cr.yaml",
        """
        apiVersion: opentelemetry.io/v1beta1
        kind: OpenTelemetryCollector
        metadata:
          name: gateway
          namespace: observability
          labels: {a: b}
        spec:
          config:
        """
            + CONFIG.indent(4));

    assertThat(run("init", "--merge", "cr.yaml", "--overlay", "o.yaml").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(read("o.yaml"))
        .contains(
            """
            apiVersion: opentelemetry.io/v1beta1
            kind: OpenTelemetryCollector
            metadata:
              name: gateway
              namespace: observability
            spec:
              config:
                processors:
            """)
        .doesNotContain("labels");
  }

  @Test
  void aTextCannotBePatched() throws IOException {
    write("cm.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  relay: |\n" + CONFIG.indent(4));

    RunResult result = run("init", "--merge", "cm.yaml", "--overlay", "o.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("would replace it as a whole", "edited in place");
    assertThat(folder.resolve("o.yaml")).doesNotExist();
  }
}
