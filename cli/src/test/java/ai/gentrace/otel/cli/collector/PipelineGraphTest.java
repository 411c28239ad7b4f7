package ai.gentrace.otel.cli.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineGraphTest {
  @Test
  void routesRunThroughConnectors() {
    PipelineGraph graph =
        PipelineGraph.of(
            CollectorConfigTest.config(
                "c.yaml",
                """
                connectors: {forward: , routing/x: }
                service:
                  pipelines:
                    traces/in: {receivers: [otlp, zipkin], processors: [a], exporters: [forward, debug]}
                    traces/mid: {receivers: [forward], exporters: [routing/x]}
                    traces/out: {receivers: [routing/x, jaeger], processors: [b], exporters: [otlp_http/gentrace]}
                """));

    List<Route> routes = graph.routesTo(ComponentId.of("otlp_http/gentrace"));

    assertThat(routes)
        .extracting(
            route -> route.receiver().id().toString(),
            route -> route.pipelines().stream().map(p -> p.id().toString()).toList(),
            route -> route.processors().stream().map(p -> p.id().toString()).toList())
        .containsExactlyInAnyOrder(
            tuple("jaeger", List.of("traces/out"), List.of("b")),
            tuple("otlp", List.of("traces/in", "traces/mid", "traces/out"), List.of("a", "b")),
            tuple("zipkin", List.of("traces/in", "traces/mid", "traces/out"), List.of("a", "b")));
    assertThat(graph.upstream(ComponentId.of("otlp_http/gentrace")))
        .extracting(pipeline -> pipeline.id().toString())
        .containsExactly("traces/out", "traces/mid", "traces/in");
  }

  @Test
  void aCycleGivesNoRouteTwice() {
    PipelineGraph graph =
        PipelineGraph.of(
            CollectorConfigTest.config(
                "c.yaml",
                """
                connectors: {forward/a: , forward/b: }
                service:
                  pipelines:
                    traces/1: {receivers: [forward/b, otlp], exporters: [forward/a]}
                    traces/2: {receivers: [forward/a], exporters: [forward/b, debug]}
                """));

    assertThat(graph.routesTo(ComponentId.of("debug"))).hasSize(1);
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }
}
