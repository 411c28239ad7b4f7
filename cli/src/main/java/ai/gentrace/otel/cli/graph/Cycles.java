package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.PipelineGraph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which steps from pipeline to pipeline lead back to where they came from. */
final class Cycles {
  private final Map<ComponentId, Set<ComponentId>> next = new HashMap<>();
  private final Map<ComponentId, Set<ComponentId>> reached = new HashMap<>();

  private Cycles() {}

  static Cycles of(CollectorConfig config, PipelineGraph graph) {
    Cycles cycles = new Cycles();
    for (Pipeline pipeline : config.pipelines()) {
      Set<ComponentId> following = new LinkedHashSet<>();
      for (ComponentId exporter : pipeline.exporters().ids()) {
        graph.fedBy(exporter).forEach(fed -> following.add(fed.id()));
      }
      cycles.next.put(pipeline.id(), following);
    }
    return cycles;
  }

  /** Whether a step between two pipelines closes a circle. */
  boolean closes(ComponentId from, ComponentId to) {
    return to.equals(from) || reached.computeIfAbsent(to, this::reach).contains(from);
  }

  private Set<ComponentId> reach(ComponentId start) {
    Set<ComponentId> found = new HashSet<>();
    Deque<ComponentId> open = new ArrayDeque<>(next.getOrDefault(start, Set.of()));
    while (!open.isEmpty()) {
      ComponentId pipeline = open.remove();
      if (found.add(pipeline)) {
        open.addAll(next.getOrDefault(pipeline, Set.of()));
      }
    }
    return found;
  }
}
