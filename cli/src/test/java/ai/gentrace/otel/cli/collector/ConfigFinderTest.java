package ai.gentrace.otel.cli.collector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigFinderTest {
  @Test
  void aPlainConfigIsTheFirstDocument() {
    assertThat(titles("receivers: {}\n---\nreceivers: {}\n")).containsExactly("collector config");
    assertThat(titles("# nothing\n")).isEmpty();
  }

  @Test
  void helmValuesHoldConfigsAtAnyPath() {
    assertThat(
            titles(
                """
                service: {type: ClusterIP}
                agent:
                  config:
                    exporters: {debug: {}}
                gateway:
                  receivers: {}
                  exporters: {}
                collectors:
                  daemon:
                    config:
                      service:
                        pipelines: {}
                """))
        .containsExactly(
            "Helm values at agent.config",
            "Helm values at gateway",
            "Helm values at collectors.daemon.config");
  }

  @Test
  void resourcesHoldTheConfigAsAMapOrAText() {
    assertThat(
            titles(
                """
                apiVersion: v1
                kind: Namespace
                ---
                apiVersion: opentelemetry.io/v1beta1
                kind: OpenTelemetryCollector
                spec:
                  config: {receivers: {}}
                ---
                apiVersion: opentelemetry.io/v1alpha1
                kind: OpenTelemetryCollector
                spec:
                  config: |
                    receivers: {}
                """))
        .containsExactly(
            "OpenTelemetryCollector (config as a map) at spec.config in document 2",
            "OpenTelemetryCollector (config as a text) at spec.config in document 3");
  }

  @Test
  void aConfigMapsOtherTextsAreLeftAlone() {
    List<LocatedConfig> configs =
        find(
            """
            apiVersion: v1
            kind: ConfigMap
            data:
              script.sh: |
                echo receivers
              collector.yaml: |2
                  receivers:
                    otlp:
                  service: {pipelines: {traces: {receivers: [otlp]}}}
              broken: |
                receivers:
                  otlp: {
                exporters:
            """);

    assertThat(configs)
        .extracting(LocatedConfig::title)
        .containsExactly("ConfigMap at data.\"collector.yaml\"", "ConfigMap at data.broken");
    CollectorConfig config = configs.get(0).config();
    assertThat(config.pipelines().get(0).receivers().items().get(0).item().place())
        .hasToString("f.yaml:9:50");
    assertThat(configs.get(1).problems()).isNotEmpty();
  }

  private static List<String> titles(String text) {
    return find(text).stream().map(LocatedConfig::title).toList();
  }

  private static List<LocatedConfig> find(String text) {
    return ConfigFinder.find(YamlStream.parse(YamlSource.ofText("f.yaml", text)));
  }
}
