package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.PipelineGraph;
import ai.gentrace.otel.cli.collector.Reference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Which pipelines do nothing with traces but hand them on to another collector or a broker.
 *
 * @param keeping the traces pipelines that do something else, themselves or behind a connector
 */
record HandingOn(Set<ComponentId> keeping) {
  private static final Set<String> EXPORTERS =
      Set.of("load_balancing", "loadbalancing", "kafka", "pulsar");

  static HandingOn of(CollectorConfig config) {
    PipelineGraph graph = PipelineGraph.of(config);
    Set<ComponentId> keeping = new HashSet<>();
    Deque<Pipeline> open = new ArrayDeque<>();
    for (Pipeline pipeline : config.pipelines()) {
      if (pipeline.isTraces() && keeps(pipeline, config, graph)) {
        open.add(pipeline);
      }
      while (!open.isEmpty()) {
        Pipeline next = open.remove();
        if (keeping.add(next.id())) {
          for (ComponentId receiver : next.receivers().ids()) {
            graph.feeding(receiver).stream().filter(Pipeline::isTraces).forEach(open::add);
          }
        }
      }
    }
    return new HandingOn(keeping);
  }

  /** Whether it has an exporter that does not hand on, or none at all. */
  private static boolean keeps(Pipeline pipeline, CollectorConfig config, PipelineGraph graph) {
    boolean handsOn = false;
    for (Reference exporter : pipeline.exporters().items()) {
      if (config.isConnector(exporter.id())) {
        handsOn |= graph.fedBy(exporter.id()).stream().anyMatch(Pipeline::isTraces);
      } else if (exporter.isKnown() && EXPORTERS.contains(exporter.id().type())) {
        handsOn = true;
      } else {
        return true;
      }
    }
    return !handsOn;
  }

  /** Whether a traces pipeline does nothing else. */
  boolean isAll(Pipeline pipeline) {
    return !keeping.contains(pipeline.id());
  }
}
