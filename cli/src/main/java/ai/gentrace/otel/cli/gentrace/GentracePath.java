package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.OtlpExporters;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.PipelineGraph;
import ai.gentrace.otel.cli.collector.Route;
import ai.gentrace.otel.cli.collector.ScalarValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to Gentrace that a config has.
 *
 * @param exporters those that go to Gentrace, used or not
 * @param pipelines those that hold one of them
 * @param routes every way from a receiver to one of them, connectors included
 */
public record GentracePath(
    List<Component> exporters, List<Pipeline> pipelines, List<Route> routes) {
  private static final List<String> URL_KEYS = List.of("traces_endpoint", "endpoint");

  public GentracePath {
    exporters = List.copyOf(exporters);
    pipelines = List.copyOf(pipelines);
    routes = List.copyOf(routes);
  }

  /**
   * Finds it: OTLP exporters whose id ends in {@code /gentrace}, or whose URL points at gentrace.ai
   * or the given endpoint.
   */
  public static GentracePath of(CollectorConfig config, GentraceEndpoint endpoint) {
    List<Component> exporters = new ArrayList<>();
    for (Component exporter : config.section(ComponentKind.EXPORTER).components()) {
      if (isGentrace(exporter, endpoint)) {
        exporters.add(exporter);
      }
    }
    List<Pipeline> pipelines = new ArrayList<>();
    for (Pipeline pipeline : config.pipelines()) {
      if (holdsOneOf(exporters, pipeline)) {
        pipelines.add(pipeline);
      }
    }
    PipelineGraph graph = PipelineGraph.of(config);
    List<Route> routes = new ArrayList<>();
    for (Component exporter : exporters) {
      routes.addAll(graph.routesTo(exporter.id()));
    }
    return new GentracePath(exporters, pipelines, routes);
  }

  private static boolean holdsOneOf(List<Component> exporters, Pipeline pipeline) {
    for (Component exporter : exporters) {
      if (pipeline.exporters().get(exporter.id()) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGentrace(Component exporter, GentraceEndpoint endpoint) {
    if (!OtlpExporters.isOtlp(exporter.id())) {
      return false;
    }
    if (exporter.id().toString().endsWith("/gentrace")) {
      return true;
    }
    for (String key : URL_KEYS) {
      ScalarValue url = exporter.scalar(key);
      if (url != null && endpoint.isTargetOf(url.text())) {
        return true;
      }
    }
    return false;
  }
}
