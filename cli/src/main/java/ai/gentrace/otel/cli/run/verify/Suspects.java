package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Guesses which component decides by chance or by the clock. */
final class Suspects {
  /** They do the same to the same spans, whenever these come. */
  private static final Set<String> STEADY =
      Set.of(
          "batch",
          "filter",
          "attributes",
          "resource",
          "span",
          "memory_limiter",
          "redaction",
          "forward",
          "routing",
          "groupbyattrs",
          "group_by_attrs",
          "spanmetrics",
          "span_metrics",
          "count",
          "exceptions",
          "probabilistic_sampler",
          "k8sattributes",
          "k8s_attributes",
          "resourcedetection",
          "resource_detection");

  /** Functions and policies whose outcome is another each time. */
  private static final Set<String> CHANCE =
      Set.of(
          "Now(",
          "UUID(",
          "UUIDv7(",
          "rate_limiting",
          "bytes_limiting",
          "composite",
          "spans_per_second");

  private final Rehearsal rehearsal;

  Suspects(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Components on the way to an exporter that may do otherwise next time, likeliest first. */
  List<ComponentId> of(ComponentId exporter) {
    List<ComponentId> likely = new ArrayList<>();
    List<ComponentId> possible = new ArrayList<>();
    for (CutRoute route : rehearsal.with().routesTo(exporter)) {
      List<ComponentId> ids = new ArrayList<>(route.processors());
      ids.addAll(route.connectors());
      for (ComponentId id : ids) {
        if (!likely.contains(id) && !possible.contains(id)) {
          if (writesChance(id)) {
            likely.add(id);
          } else if (!STEADY.contains(id.type())) {
            possible.add(id);
          }
        }
      }
    }
    likely.addAll(possible);
    return likely;
  }

  private boolean writesChance(ComponentId id) {
    for (ComponentKind kind : List.of(ComponentKind.PROCESSOR, ComponentKind.CONNECTOR)) {
      Component component = rehearsal.config().component(kind, id);
      if (component != null) {
        String text = component.body().place().source().text(component.body().place().extent());
        return CHANCE.stream().anyMatch(text::contains);
      }
    }
    return false;
  }
}
