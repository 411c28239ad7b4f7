package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Pipeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The part of a config that spans can reach from its OTLP receivers: pipelines with what is left in
 * their lists. Pipelines for other signals stay where a connector feeds them.
 *
 * @param pipelines by id, in the config's order
 * @param connectorIds the connectors of the whole config
 */
record Cut(Map<ComponentId, Lane> pipelines, Set<ComponentId> connectorIds) {
  /** More ways than any real config has. */
  private static final int MAX_ROUTES = 1_000;

  Cut {
    pipelines = Collections.unmodifiableMap(new LinkedHashMap<>(pipelines));
    connectorIds = Set.copyOf(connectorIds);
  }

  /** A pipeline of the cut. */
  record Lane(
      Pipeline pipeline,
      List<ComponentId> receivers,
      List<ComponentId> processors,
      List<ComponentId> exporters) {
    Lane {
      receivers = List.copyOf(receivers);
      processors = List.copyOf(processors);
      exporters = List.copyOf(exporters);
    }
  }

  /** Everything that spans can reach. */
  static Cut with(CollectorConfig config) {
    return new CutFinder(config, new GentraceParts(Set.of(), Set.of())).find();
  }

  /**
   * What spans can reach when every Gentrace exporter, the gates, and what only they use are gone.
   */
  static Cut without(CollectorConfig config, GentraceParts parts) {
    return new CutFinder(config, parts).find();
  }

  boolean isEmpty() {
    return pipelines.isEmpty();
  }

  /** The receivers that take spans, connectors not among them. */
  Set<ComponentId> receivers() {
    Set<ComponentId> receivers = all(Lane::receivers);
    receivers.removeAll(connectorIds);
    return receivers;
  }

  /** The exporters, connectors not among them. */
  Set<ComponentId> exporters() {
    Set<ComponentId> exporters = all(Lane::exporters);
    exporters.removeAll(connectorIds);
    return exporters;
  }

  Set<ComponentId> processors() {
    return all(Lane::processors);
  }

  Set<ComponentId> connectors() {
    Set<ComponentId> connectors = all(Lane::exporters);
    connectors.retainAll(connectorIds);
    return connectors;
  }

  private Set<ComponentId> all(Function<Lane, Collection<ComponentId>> list) {
    Set<ComponentId> all = new LinkedHashSet<>();
    pipelines.values().forEach(lane -> all.addAll(list.apply(lane)));
    return all;
  }

  /**
   * Every way from a receiver of spans to an exporter, in the direction of the data; a way that
   * comes back to one of its pipelines is none.
   */
  List<CutRoute> routesTo(ComponentId exporter) {
    List<CutRoute> routes = new ArrayList<>();
    for (Lane lane : pipelines.values()) {
      if (lane.exporters().contains(exporter)) {
        walk(new CutRoute(List.of(lane), List.of()), routes);
      }
    }
    return routes;
  }

  private void walk(CutRoute way, List<CutRoute> routes) {
    Lane first = way.lanes().get(0);
    if (first.pipeline().isTraces() && !connectorIds.containsAll(first.receivers())) {
      routes.add(way);
    }
    for (ComponentId connector : first.receivers()) {
      if (connectorIds.contains(connector)) {
        for (Lane before : pipelines.values()) {
          boolean feeds =
              before.exporters().contains(connector) && !way.holds(before.pipeline().id());
          if (feeds && routes.size() < MAX_ROUTES) {
            walk(way.behind(before, connector), routes);
          }
        }
      }
    }
  }
}
