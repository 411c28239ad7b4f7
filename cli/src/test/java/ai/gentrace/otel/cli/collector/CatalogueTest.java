package ai.gentrace.otel.cli.collector;

import static ai.gentrace.otel.cli.collector.ComponentKind.EXPORTER;
import static ai.gentrace.otel.cli.collector.ComponentKind.PROCESSOR;
import static ai.gentrace.otel.cli.collector.ComponentKind.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.KnownComponents.Standing;
import ai.gentrace.otel.cli.yaml.YamlSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  @ParameterizedTest
  @CsvSource({
    "EXPORTER,  otlp_http,       core,    0.158.0, PRESENT",
    "EXPORTER,  otlp_http,       core,    0.144.2, PRESENT",
    "EXPORTER,  otlp_http,       core,    0.143.0, ABSENT",
    "EXPORTER,  otlp_http,       core,    0.90.0,  ABSENT",
    "EXPORTER,  otlphttp,        core,    0.90.0,  PRESENT",
    // A release newer than all counts as the newest, but what is missing there may have come since.
    "EXPORTER,  otlp_http,       core,    0.170.0, PRESENT",
    "PROCESSOR, tail_sampling,   core,    0.170.0, SUSPECT",
    "EXPORTER,  logging,         core,    0.170.0, SUSPECT",
    "EXPORTER,  logging,         core,    0.158.0, ABSENT",
    "EXPORTER,  logging,         core,    0.110.0, PRESENT",
    "EXPORTER,  logging,         core,    0.115.0, OPEN",
    "EXPORTER,  logging,         core,    0.120.0, ABSENT",
    "PROCESSOR, tail_sampling,   core,    0.158.0, ABSENT",
    "PROCESSOR, tail_sampling,   core,    0.125.0, OPEN",
    "PROCESSOR, tail_sampling,   contrib, 0.125.0, PRESENT",
    // Samples before 0.100 do not know every type by its name.
    "PROCESSOR, memory_limiter,  core,    0.90.0,  OPEN",
    "EXTENSION, file_storage,    contrib, 0.80.0,  OPEN",
    "PROCESSOR, filtr,           core,    0.158.0, ABSENT",
    "PROCESSOR, filtr,           core,    0.125.0, SUSPECT"
  })
  void standingInAPublishedDistribution(
      ComponentKind kind, String type, String distribution, String release, Standing standing) {
    PublishedComponents components =
        new PublishedComponents(CATALOGUE, Release.parse(release), Distribution.of(distribution));
    assertThat(components.standing(kind, type)).isEqualTo(standing);
  }

  @Test
  void withoutReleaseOrDistributionOnlyStrangersAreSuspect() {
    PublishedComponents core = new PublishedComponents(CATALOGUE, null, Distribution.CORE);
    assertThat(core.standing(PROCESSOR, "tail_sampling")).isEqualTo(Standing.OPEN);
    assertThat(core.standing(PROCESSOR, "filtr")).isEqualTo(Standing.SUSPECT);
    PublishedComponents dated = new PublishedComponents(CATALOGUE, new Release(0, 130, 0), null);
    assertThat(dated.standing(EXPORTER, "otlp_http")).isEqualTo(Standing.OPEN);
  }

  @Test
  void knowsSignalsAndPairs() {
    assertThat(CATALOGUE.type(RECEIVER, "hostmetrics").signals())
        .containsExactlyInAnyOrder(Signal.METRICS, Signal.LOGS);
    assertThat(CATALOGUE.type(ComponentKind.CONNECTOR, "span_metrics").pairs())
        .containsExactly(new SignalPair(Signal.TRACES, Signal.METRICS));
    assertThat(CATALOGUE.type(RECEIVER, "nonsense")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "otlphttp, core, 0.158.0, otlp_http",
        "otlphttp, -,    0.144.0, otlp_http",
        "otlphttp, core, 0.143.0, -",
        "otlphttp, core, -,       -",
        "otlp_http, core, 0.158.0, -",
      })
  void newNamesWhereTheReleaseHasThem(
      String type, String distribution, String release, String name) {
    PublishedComponents components =
        new PublishedComponents(
            CATALOGUE,
            release == null ? null : Release.parse(release),
            distribution == null ? null : Distribution.of(distribution));
    assertThat(components.renamed(EXPORTER, type)).isEqualTo(name);
  }

  @Test
  void readsWhatTheCollectorPrints() {
    ComponentList list =
        read(
            """
            buildinfo:
                command: otelcol
                version: 7.1.0
            receivers:
                - name: otlp
                  module: go.opentelemetry.io/collector/receiver/otlpreceiver v0.161.0
                  stability:
                    logs: Stable
                    traces: Stable
            exporters:
                - name: otlp_http
                  module: go.opentelemetry.io/collector/exporter/otlphttpexporter v0.161.0
                  stability:
                    traces: Stable
            connectors:
                - name: span_metrics
                  module: github.com/open-telemetry/opentelemetry-collector-contrib/connector/spanmetricsconnector v0.161.0
                  stability:
                    traces-to-metrics: Alpha
                    traces-to-logs: Undefined
            """);
    assertThat(list.release()).isEqualTo(new Release(0, 161, 0));
    assertThat(list.standing(EXPORTER, "otlp_http")).isEqualTo(Standing.PRESENT);
    assertThat(list.standing(EXPORTER, "otlphttp")).isEqualTo(Standing.PRESENT);
    assertThat(list.standing(EXPORTER, "debug")).isEqualTo(Standing.ABSENT);
    assertThat(list.type(RECEIVER, "otlp").signals())
        .containsExactlyInAnyOrder(Signal.LOGS, Signal.TRACES);
    assertThat(list.type(ComponentKind.CONNECTOR, "spanmetrics").pairs())
        .containsExactly(new SignalPair(Signal.TRACES, Signal.METRICS));
    assertThat(list.renamed(EXPORTER, "otlphttp")).isEqualTo("otlp_http");
  }

  @Test
  void someReleasesPrintNoRenamedTypes() {
    ComponentList list =
        read(
            """
            exporters:
                - name: debug
                  module: go.opentelemetry.io/collector/exporter/debugexporter v0.148.0
            """);
    assertThat(list.standing(EXPORTER, "otlp_http")).isEqualTo(Standing.OPEN);
    assertThat(list.standing(EXPORTER, "otlphttp")).isEqualTo(Standing.OPEN);
    assertThat(list.standing(EXPORTER, "file")).isEqualTo(Standing.ABSENT);
  }

  @Test
  void readsABuildersManifest() {
    ComponentList list =
        read(
            """
            dist:
              name: mine
            processors:
              - gomod: github.com/open-telemetry/opentelemetry-collector-contrib/processor/k8sattributesprocessor v0.161.0
              - gomod: go.opentelemetry.io/collector/processor/batchprocessor v0.161.0
            exporters:
              - gomod: example.com/acme/specialexporter v1.0.0
            extensions:
              - gomod: github.com/open-telemetry/opentelemetry-collector-contrib/extension/storage/filestorage v0.161.0
            """);
    assertThat(list.standing(PROCESSOR, "k8s_attributes")).isEqualTo(Standing.PRESENT);
    assertThat(list.standing(PROCESSOR, "k8sattributes")).isEqualTo(Standing.PRESENT);
    assertThat(list.standing(PROCESSOR, "filter")).isEqualTo(Standing.ABSENT);
    assertThat(list.standing(EXPORTER, "anything")).isEqualTo(Standing.OPEN);
    assertThat(list.standing(ComponentKind.EXTENSION, "file_storage")).isEqualTo(Standing.PRESENT);
  }

  @Test
  void otherFilesAreNoList() {
    assertThat(ComponentList.read(YamlSource.ofText("x", "receivers:\n  otlp:\n"), CATALOGUE))
        .isNull();
    assertThat(ComponentList.read(YamlSource.ofText("x", "a: ["), CATALOGUE)).isNull();
  }

  private static ComponentList read(String text) {
    return ComponentList.read(YamlSource.ofText("components.yaml", text), CATALOGUE);
  }
}
