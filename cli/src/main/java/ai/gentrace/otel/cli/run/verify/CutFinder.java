package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.run.verify.Cut.Lane;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds what of a config spans can reach. Used once. */
final class CutFinder {
  private final Set<ComponentId> connectors;
  private final Map<ComponentId, Lane> lanes = new LinkedHashMap<>();

  CutFinder(CollectorConfig config, GentraceParts removed) {
    this.connectors =
        config.section(ComponentKind.CONNECTOR).components().stream()
            .map(Component::id)
            .collect(Collectors.toSet());
    for (Pipeline pipeline : config.pipelines()) {
      lanes.put(
          pipeline.id(),
          new Lane(
              pipeline,
              kept(
                  pipeline.receivers().items(),
                  id -> connectors.contains(id) || OtlpReceivers.takesOtlp(id)),
              kept(pipeline.processors().items(), id -> !removed.gates().contains(id)),
              kept(pipeline.exporters().items(), id -> !removed.exporters().contains(id))));
    }
  }

  private static List<ComponentId> kept(List<Reference> items, Predicate<ComponentId> keep) {
    return items.stream().map(Reference::id).filter(keep).distinct().toList();
  }

  Cut find() {
    int before;
    do {
      before = size();
      dropUnreached();
      dropLooseEnds();
    } while (size() < before);
    return new Cut(lanes, connectors);
  }

  private int size() {
    int size = lanes.size();
    for (Lane lane : lanes.values()) {
      size += lane.receivers().size() + lane.exporters().size();
    }
    return size;
  }

  /** Removes pipelines that no span comes to. */
  private void dropUnreached() {
    Set<ComponentId> reached = new LinkedHashSet<>();
    Set<ComponentId> feeding = new LinkedHashSet<>();
    int before;
    do {
      before = reached.size();
      for (Lane lane : lanes.values()) {
        boolean first = lane.pipeline().isTraces() && !connectors.containsAll(lane.receivers());
        if (first || lane.receivers().stream().anyMatch(feeding::contains)) {
          reached.add(lane.pipeline().id());
          lane.exporters().stream().filter(connectors::contains).forEach(feeding::add);
        }
      }
    } while (reached.size() > before);
    lanes.keySet().retainAll(reached);
  }

  /** Removes connectors that lead nowhere or come from nowhere, and pipelines left without ends. */
  private void dropLooseEnds() {
    Set<ComponentId> received = new LinkedHashSet<>();
    Set<ComponentId> exported = new LinkedHashSet<>();
    lanes.values().forEach(lane -> received.addAll(lane.receivers()));
    lanes.values().forEach(lane -> exported.addAll(lane.exporters()));
    lanes.replaceAll(
        (id, lane) ->
            new Lane(
                lane.pipeline(),
                withoutLoose(lane.receivers(), exported),
                lane.processors(),
                withoutLoose(lane.exporters(), received)));
    lanes.values().removeIf(lane -> lane.receivers().isEmpty() || lane.exporters().isEmpty());
  }

  private List<ComponentId> withoutLoose(List<ComponentId> ids, Set<ComponentId> otherSide) {
    return ids.stream().filter(id -> !connectors.contains(id) || otherSide.contains(id)).toList();
  }
}
