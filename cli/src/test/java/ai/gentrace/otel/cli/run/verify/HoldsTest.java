package ai.gentrace.otel.cli.run.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch: {timeout: 5s}                      | batch         | 5700",
        "batch: {}                                 | batch         | 900",
        "batch:                                    | batch         | 900",
        "batch: {timeout: '${env:T:-3s}'}          | batch         | 3700",
        "batch: {timeout: 1000000000}              | batch         | 1700",
        "tail_sampling: {decision_wait: 10s}       | tail_sampling | 11700",
        "tail_sampling: {}                         | tail_sampling | 31700",
        "groupbytrace: {wait_duration: 1m30s}      | groupbytrace  | 91700",
        "attributes: {timeout: 9s}                 | attributes    | 700",
      })
  void processorsAreWaitedForByTheirOwnFigures(String body, String id, long millis) {
    CollectorConfig config =
        Configs.read(
            """
            receivers: {otlp: {protocols: {http: {}}}}
            exporters: {debug: {}}
            processors:
              %s
            service: {pipelines: {traces: {receivers: [otlp], processors: [%s], exporters: [debug]}}}
            """
                .formatted(body, id));

    assertThat(new Holds(config).longest(Cut.with(config))).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void theSlowestWayCounts() {
    CollectorConfig config =
        Configs.read(
            """
            receivers: {otlp: {protocols: {http: {}}}}
            exporters: {a: {}, b: {sending_queue: {batch: {flush_timeout: 4s}}}}
            processors: {batch: {timeout: 1s}, batch/slow: {timeout: 2s}}
            connectors: {spanmetrics: {metrics_flush_interval: 30s}}
            service:
              pipelines:
                traces: {receivers: [otlp], processors: [batch], exporters: [a, spanmetrics]}
                metrics: {receivers: [spanmetrics], processors: [batch/slow], exporters: [b]}
            """);

    // 1 s batch, 1 s between counts, 2 s batch, 4 s queue.
    assertThat(new Holds(config).longest(Cut.with(config))).isEqualTo(Duration.ofMillis(8_700));
  }
}
