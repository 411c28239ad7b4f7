package ai.gentrace.otel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
  private static final MetricsPage PAGE =
      MetricsPage.parse(
          """
          # HELP otelcol_exporter_sent_spans_total Number of spans
          # TYPE otelcol_exporter_sent_spans_total counter
          otelcol_exporter_sent_spans_total{exporter="otlp_http/gentrace",url_path="/a}b\\"c"} 12
          otelcol_exporter_sent_spans_total{exporter="otlp_http/own"} 1.5e+03
          otelcol_process_uptime 3.25 1700000000
          odd{x="1"} NaN
          limit{le="+Inf"} +Inf
          this is no sample
          """);

  @Test
  void addsUpSamplesThatHaveTheLabels() {
    assertThat(PAGE.sum("otelcol_exporter_sent_spans", Map.of())).hasValue(1512);
    assertThat(PAGE.sum("otelcol_exporter_sent_spans", Map.of("exporter", "otlp_http/gentrace")))
        .hasValue(12);
  }

  @Test
  void findsACounterWithAndWithoutItsSuffix() {
    assertThat(PAGE.sum("otelcol_exporter_sent_spans_total", Map.of())).hasValue(1512);
    assertThat(PAGE.sum("otelcol_process_uptime_total", Map.of())).hasValue(3.25);
  }

  @Test
  void readsEscapedLabels() {
    assertThat(PAGE.sum("otelcol_exporter_sent_spans", Map.of("url_path", "/a}b\"c"))).hasValue(12);
  }

  @Test
  void saysWhenThereIsNoSuchSample() {
    assertThat(PAGE.sum("otelcol_exporter_send_failed_spans", Map.of())).isEmpty();
    assertThat(PAGE.sum("otelcol_exporter_sent_spans", Map.of("exporter", "other"))).isEmpty();
  }

  @Test
  void readsValuesThatAreNoFiniteNumbers() {
    assertThat(PAGE.sum("odd", Map.of()).orElse(0)).isNaN();
    assertThat(PAGE.sum("limit", Map.of())).hasValue(Double.POSITIVE_INFINITY);
  }
}
