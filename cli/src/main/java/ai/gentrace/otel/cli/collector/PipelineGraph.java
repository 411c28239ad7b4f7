package ai.gentrace.otel.cli.collector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a config's pipelines hang together through its connectors. Immutable. */
public final class PipelineGraph {
  /** More steps than any real config needs; a web of connectors could ask for millions. */
  private static final int MAX_STEPS = 100_000;

  private final CollectorConfig config;
  private final Map<ComponentId, List<Pipeline>> feeding = new HashMap<>();
  private final Map<ComponentId, List<Pipeline>> fed = new HashMap<>();

  private PipelineGraph(CollectorConfig config) {
    this.config = config;
    for (Pipeline pipeline : config.pipelines()) {
      for (ComponentId id : new LinkedHashSet<>(pipeline.exporters().ids())) {
        if (config.isConnector(id)) {
          feeding.computeIfAbsent(id, key -> new ArrayList<>()).add(pipeline);
        }
      }
      for (ComponentId id : new LinkedHashSet<>(pipeline.receivers().ids())) {
        if (config.isConnector(id)) {
          fed.computeIfAbsent(id, key -> new ArrayList<>()).add(pipeline);
        }
      }
    }
  }

  /** The graph of a config. */
  public static PipelineGraph of(CollectorConfig config) {
    return new PipelineGraph(config);
  }

  /** The pipelines that export to a connector. */
  public List<Pipeline> feeding(ComponentId connector) {
    return List.copyOf(feeding.getOrDefault(connector, List.of()));
  }

  /** The pipelines that receive from a connector. */
  public List<Pipeline> fedBy(ComponentId connector) {
    return List.copyOf(fed.getOrDefault(connector, List.of()));
  }

  /**
   * Every pipeline from which data may reach an exporter, those that hold it first, then backwards.
   */
  public List<Pipeline> upstream(ComponentId exporter) {
    Map<ComponentId, Pipeline> found = new LinkedHashMap<>();
    Deque<Pipeline> open = new ArrayDeque<>();
    for (Pipeline pipeline : config.pipelines()) {
      if (pipeline.exporters().get(exporter) != null) {
        open.add(pipeline);
      }
    }
    while (!open.isEmpty()) {
      Pipeline pipeline = open.remove();
      if (found.putIfAbsent(pipeline.id(), pipeline) == null) {
        for (ComponentId id : pipeline.receivers().ids()) {
          open.addAll(feeding.getOrDefault(id, List.of()));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /**
   * Every way from a receiver that is no connector to an exporter; a way that comes back to one of
   * its pipelines is none. In a web of connectors without measure the search ends early.
   */
  public List<Route> routesTo(ComponentId exporter) {
    List<Route> routes = new ArrayList<>();
    for (Pipeline pipeline : config.pipelines()) {
      Reference reference = pipeline.exporters().get(exporter);
      if (reference != null) {
        walk(new Way(pipeline, null, null), reference, routes);
      }
    }
    return routes;
  }

  /** Walks backwards from a pipeline, without recursion. */
  private void walk(Way end, Reference exporter, List<Route> routes) {
    Deque<Way> open = new ArrayDeque<>();
    open.push(end);
    for (int step = 0; !open.isEmpty() && step < MAX_STEPS; step++) {
      Way way = open.pop();
      for (Reference receiver : way.pipeline().receivers().items()) {
        if (!config.isConnector(receiver.id())) {
          routes.add(way.route(receiver, exporter));
          continue;
        }
        for (Pipeline before : feeding.getOrDefault(receiver.id(), List.of())) {
          if (!way.holds(before)) {
            open.push(new Way(before, receiver.id(), way));
          }
        }
      }
    }
  }

  /** A pipeline and what lies behind it on the way to the exporter. */
  private record Way(Pipeline pipeline, @Nullable ComponentId connector, @Nullable Way rest) {
    boolean holds(Pipeline other) {
      for (Way way = this; way != null; way = way.rest) {
        if (way.pipeline.id().equals(other.id())) {
          return true;
        }
      }
      return false;
    }

    Route route(Reference receiver, Reference exporter) {
      List<Pipeline> pipelines = new ArrayList<>();
      List<ComponentId> connectors = new ArrayList<>();
      for (Way way = this; way != null; way = way.rest) {
        pipelines.add(way.pipeline);
        if (way.connector != null) {
          connectors.add(way.connector);
        }
      }
      return new Route(receiver, pipelines, connectors, exporter);
    }
  }
}
