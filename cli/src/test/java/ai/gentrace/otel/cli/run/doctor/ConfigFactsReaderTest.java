package ai.gentrace.otel.cli.run.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigFactsReaderTest {
  private static final String CONFIG =
      """
      receivers:
        otlp: {protocols: {grpc: {}, http: {endpoint: '0.0.0.0:14318'}}}
      processors:
        filter/gentrace_sample:
          trace_conditions: ['span.attributes["gentrace.sample"] != "true"']
        batch/gentrace: {timeout: 500ms}
      exporters:
        debug: {}
        otlp/tempo: {endpoint: tempo:4317}
        otlp_http/gentrace:
          endpoint: https://gentrace.ai/api/otel
          headers: {Authorization: 'Bearer ${env:TEAM_KEY}'}
          sending_queue: {batch: {flush_timeout: 1s}}
      extensions: {health_check/x: {endpoint: 'localhost:13134', path: /up}}
      service:
        extensions: [health_check/x]
        telemetry: {metrics: {readers: [{pull: {exporter: {prometheus: {host: 0.0.0.0, port: 9999}}}}]}}
        pipelines:
          traces: {receivers: [otlp], exporters: [debug, otlp/tempo]}
          traces/gentrace:
            receivers: [otlp]
            processors: [filter/gentrace_sample, batch/gentrace]
            exporters: [otlp_http/gentrace]
      """;

  @Test
  void readsWhereTheCollectorCanBeSeen() {
    ConfigFacts facts = read(CONFIG);

    assertThat(facts.metrics()).contains(URI.create("http://localhost:9999/metrics"));
    assertThat(facts.health()).contains(URI.create("http://localhost:13134/up"));
    assertThat(facts.otlpHttp()).contains(URI.create("http://localhost:14318/v1/traces"));
    assertThat(facts.metricsOff()).isFalse();
  }

  @Test
  void readsTheWayToGentrace() {
    ConfigFacts facts = read(CONFIG);

    assertThat(facts.exporters()).containsExactly("otlp_http/gentrace");
    assertThat(facts.gates()).containsExactly("filter/gentrace_sample");
    assertThat(facts.receivers()).containsExactly("otlp");
    assertThat(facts.keyVariables()).containsExactly("TEAM_KEY");
    assertThat(facts.tracesUrl()).contains(URI.create("https://gentrace.ai/api/otel/v1/traces"));
    assertThat(facts.queuedExporters())
        .containsExactlyInAnyOrder("otlp/tempo", "otlp_http/gentrace");
    assertThat(facts.flush()).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void aFilterOfOldReleasesIsAGateToo() {
    String old =
        CONFIG
            .replace("filter/gentrace_sample", "filter/llm")
            .replaceAll(
                "trace_conditions: .*",
                "spans: {include: {match_type: strict, attributes: [{key: gentrace.sample}]}}");

    assertThat(read(old).gates()).containsExactly("filter/llm");
  }

  @Test
  void knowsThatMetricsAreOff() {
    assertThat(
            read(CONFIG.replaceAll("metrics: \\{readers.*", "metrics: {level: none}}"))
                .metricsOff())
        .isTrue();
    assertThat(
            read(CONFIG.replaceAll("pull: \\{exporter: \\{prometheus: .*", "periodic: {}}]}}"))
                .metricsOff())
        .isTrue();
  }

  @Test
  void readsTheAddressOfOldReleases() {
    assertThat(
            read(CONFIG.replaceAll("metrics: \\{readers.*", "metrics: {address: ':8899'}}"))
                .metrics())
        .contains(URI.create("http://localhost:8899/metrics"));
  }

  @Test
  void aHealthExtensionThatIsNotEnabledIsNone() {
    assertThat(read(CONFIG.replace("  extensions: [health_check/x]\n", "")).health()).isEmpty();
  }

  private static ConfigFacts read(String yaml) {
    YamlSource source = YamlSource.ofText("collector.yaml", yaml);
    CollectorConfig config =
        CollectorConfig.of(source, YamlStream.parse(source).documents().get(0).root());
    return ConfigFactsReader.read(config, "collector.yaml", GentraceEndpoint.HOSTED);
  }
}
