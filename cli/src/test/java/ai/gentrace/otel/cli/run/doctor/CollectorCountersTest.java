package ai.gentrace.otel.cli.run.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.MetricsPage;
import ai.gentrace.otel.cli.run.doctor.CollectorCounters.Count;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorCountersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "otelcol_exporter_sent_spans",
        "otelcol_exporter_sent_spans_total",
        "otelcol_exporter_sent_spans__spans_",
        "otelcol_exporter_sent_spans__spans__total",
        "otelcol_otelcol_exporter_sent_spans_total",
      })
  void readsTheNamesOfAllReleases(String name) {
    assertThat(
            read(name + "{exporter=\"otlp_http/gentrace\"} 7").sent(List.of("otlp_http/gentrace")))
        .isEqualTo(new Count(true, 7));
  }

  @Test
  void readsTheGateUnderBothNames() {
    assertThat(
            read("otelcol_processor_filter_spans_filtered{filter=\"filter/g\"} 3")
                .filtered(List.of("filter/g"))
                .value())
        .isEqualTo(3);
    assertThat(
            read("otelcol_processor_filter_spans_filtered_total{filter=\"filter/g\"} 3")
                .filtered(List.of("filter/g"))
                .value())
        .isEqualTo(3);
    assertThat(CollectorCounters.plainName("otelcol_processor_filter_spans.filtered_total"))
        .isEqualTo("otelcol_processor_filter_spans_filtered");
  }

  @Test
  void addsUpTransportsAndLeavesOtherComponentsOut() {
    CollectorCounters counters =
        read(
            """
            # HELP otelcol_receiver_accepted_spans Number of spans
            # TYPE otelcol_receiver_accepted_spans counter
            otelcol_receiver_accepted_spans{receiver="otlp",transport="grpc"} 2
            otelcol_receiver_accepted_spans{receiver="otlp",transport="http"} 3
            otelcol_receiver_accepted_spans{receiver="zipkin",transport="http"} 9
            """);

    assertThat(counters.accepted(List.of("otlp")).value()).isEqualTo(5);
    assertThat(counters.accepted(List.of()).value()).isEqualTo(14);
  }

  @Test
  void otherSignalsOfAQueueDoNotCount() {
    CollectorCounters counters =
        read(
            """
            otelcol_exporter_queue_size{data_type="metrics",exporter="otlp_http/gentrace"} 5
            otelcol_exporter_queue_size{data_type="traces",exporter="otlp_http/gentrace"} 2
            """);

    assertThat(counters.waiting(List.of("otlp_http/gentrace")).value()).isEqualTo(2);
  }

  @Test
  void withoutAConfigWhatIsCalledGentraceCounts() {
    CollectorCounters counters =
        read(
            """
            otelcol_exporter_sent_spans{exporter="debug"} 5
            otelcol_exporter_sent_spans{exporter="otlphttp/gentrace"} 2
            """);

    assertThat(counters.sent(List.of()).value()).isEqualTo(2);
  }

  @Test
  void aCounterThatIsNotThereIsAbsent() {
    assertThat(read("otelcol_process_uptime 3").sent(List.of("x"))).isEqualTo(Count.ABSENT);
  }

  @Test
  void knowsACollectorsPage() {
    assertThat(read("otelcol_process_uptime 3").isCollector()).isTrue();
    assertThat(read("node_cpu_seconds_total 3").isCollector()).isFalse();
  }

  @Test
  void readsThePathThatAnExporterPostsTo() {
    assertThat(
            read("otelcol_exporter_sent_spans{exporter=\"otlphttp/gentrace\",url_path=\"/v1/traces/v1/traces\"} 0")
                .paths(List.of("otlphttp/gentrace")))
        .containsExactly("/v1/traces/v1/traces");
  }

  private static CollectorCounters read(String page) {
    return CollectorCounters.of(MetricsPage.parse(page));
  }
}
