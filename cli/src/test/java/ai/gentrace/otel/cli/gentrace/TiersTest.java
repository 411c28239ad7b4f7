package ai.gentrace.otel.cli.gentrace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiersTest {
  private static final CollectorConfig GATEWAY =
      config(
          """
          receivers:
            otlp: {protocols: {grpc: {endpoint: 0.0.0.0:14317}, http: }}
            kafka: {}
          service: {pipelines: {traces: {receivers: [otlp, kafka], exporters: [debug]}}}
          """);

  @ParameterizedTest
  @CsvSource({
    "otlp, otel-gateway:14317, true",
    "otlp_http, http://collector.observability.svc:4318, true",
    "otlp, otel-gateway:4317, false",
    "otlp, jaeger:14317, false",
    "otlp_http, https://api.vendor.example, false",
    "load_balancing, '', true",
    "kafka, '', true",
    "pulsar, '', false",
    "debug, '', false"
  })
  void oneTierFeedsTheNext(String type, String endpoint, boolean feeds) {
    CollectorConfig agent =
        config(
            """
            receivers: {otlp: {}}
            exporters: {TYPE/next: {endpoint: 'ENDPOINT'}}
            service: {pipelines: {traces: {receivers: [otlp], exporters: [TYPE/next]}}}
            """
                .replace("TYPE", type)
                .replace("ENDPOINT", endpoint));

    assertThat(Tiers.feeds(agent, GATEWAY)).isEqualTo(feeds);
  }

  private static CollectorConfig config(String text) {
    return ConfigFinder.plain(YamlStream.parse(YamlSource.ofText("c.yaml", text))).config();
  }
}
