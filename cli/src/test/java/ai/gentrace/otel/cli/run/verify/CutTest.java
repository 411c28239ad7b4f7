package ai.gentrace.otel.cli.run.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import org.junit.jupiter.api.Test;

class CutTest {
  private static final CollectorConfig CHAINED =
      Configs.read(
          """
          receivers: {otlp: {protocols: {http: {}}}, jaeger: {}, hostmetrics: {}}
          exporters: {a: {}, b: {}, c: {}, otlp_http/gentrace: {}}
          connectors: {forward: {}, count: {}, forward/g: {}}
          processors: {filter/gentrace_sample: {}}
          service:
            pipelines:
              traces/in: {receivers: [otlp, jaeger], exporters: [forward, count, forward/g]}
              traces/jaeger: {receivers: [jaeger], exporters: [b]}
              traces/out: {receivers: [forward], exporters: [a]}
              metrics/count: {receivers: [count, hostmetrics], exporters: [c]}
              metrics: {receivers: [otlp], exporters: [c]}
              traces/g: {receivers: [forward/g], processors: [filter/gentrace_sample], exporters: [otlp_http/gentrace]}
          """);

  @Test
  void keepsWhatSpansFromOtlpReceiversReach() {
    Cut cut = Cut.with(CHAINED);

    assertThat(cut.pipelines().keySet())
        .extracting(ComponentId::toString)
        .containsExactly("traces/in", "traces/out", "metrics/count", "traces/g");
    assertThat(cut.receivers()).extracting(ComponentId::toString).containsExactly("otlp");
    assertThat(cut.exporters())
        .extracting(ComponentId::toString)
        .containsExactly("a", "c", "otlp_http/gentrace");
  }

  @Test
  void whatOnlyGentraceUsesGoesWithIt() {
    Cut cut = Cut.without(CHAINED, Configs.parts(CHAINED));

    assertThat(cut.pipelines().keySet())
        .extracting(ComponentId::toString)
        .containsExactly("traces/in", "traces/out", "metrics/count");
    assertThat(cut.connectors())
        .extracting(ComponentId::toString)
        .containsExactly("forward", "count");
  }

  @Test
  void nothingIsLeftOfAConfigForGentraceAlone() {
    CollectorConfig alone =
        Configs.read(
            """
            receivers: {otlp: {protocols: {http: {}}}}
            exporters: {otlp_http/gentrace: {}}
            service: {pipelines: {traces: {receivers: [otlp], exporters: [otlp_http/gentrace]}}}
            """);

    assertThat(Cut.without(alone, Configs.parts(alone)).isEmpty()).isTrue();
  }

  @Test
  void routesLeadThroughConnectors() {
    Cut cut = Cut.with(CHAINED);

    CutRoute route = cut.routesTo(ComponentId.of("otlp_http/gentrace")).get(0);

    assertThat(route.lanes())
        .extracting(lane -> lane.pipeline().id().toString())
        .containsExactly("traces/in", "traces/g");
    assertThat(route.connectors()).containsExactly(ComponentId.of("forward/g"));
    assertThat(route.processors()).containsExactly(ComponentId.of("filter/gentrace_sample"));
  }

  @Test
  void aCircleOfConnectorsEnds() {
    CollectorConfig circle =
        Configs.read(
            """
            receivers: {otlp: {protocols: {http: {}}}}
            exporters: {a: {}}
            connectors: {forward: {}}
            service:
              pipelines:
                traces: {receivers: [otlp, forward], exporters: [forward, a]}
            """);

    assertThat(Cut.with(circle).routesTo(ComponentId.of("a"))).hasSize(1);
  }
}
