package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.PipelineGraph;
import ai.gentrace.otel.cli.collector.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the diagram of a config. Serves once. */
final class DiagramBuilder {
  private final CollectorConfig config;
  private final PipelineGraph graph;
  private final Set<ComponentId> gentrace;
  private final Set<ComponentId> towardsGentrace = new HashSet<>();
  private final NotePlacing notes;

  private final List<Lane> lanes = new ArrayList<>();
  private final List<String> joints = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<ComponentId, List<End>> givers = new LinkedHashMap<>();
  private final Map<ComponentId, List<End>> takers = new HashMap<>();

  /** One side of a connector. */
  private record End(Node node, ComponentId pipeline) {}

  DiagramBuilder(CollectorConfig config, Set<ComponentId> gentrace, List<Note> notes) {
    this.config = config;
    this.graph = PipelineGraph.of(config);
    this.gentrace = gentrace;
    this.notes = new NotePlacing(notes);
    for (ComponentId exporter : gentrace) {
      graph.upstream(exporter).forEach(pipeline -> towardsGentrace.add(pipeline.id()));
    }
  }

  Diagram build() {
    for (Pipeline pipeline : config.pipelines()) {
      lanes.add(lane(pipeline, "p" + lanes.size()));
    }
    lanes.forEach(this::flow);
    connect();
    return new Diagram(lanes, joints, edges, Unused.in(config), notes.left());
  }

  private Lane lane(Pipeline pipeline, String id) {
    boolean leads = towardsGentrace.contains(pipeline.id());
    List<Node> receivers = nodes(pipeline, ComponentKind.RECEIVER, id + "r", leads);
    List<Node> processors = nodes(pipeline, ComponentKind.PROCESSOR, id + "p", leads);
    List<Node> exporters = nodes(pipeline, ComponentKind.EXPORTER, id + "e", leads);
    return new Lane(
        id,
        Labels.visible(pipeline.setting().key()),
        pipeline.setting().keyPlace().start().line(),
        leads,
        receivers,
        processors,
        exporters,
        notes.take(pipeline.setting()));
  }

  private List<Node> nodes(Pipeline pipeline, ComponentKind kind, String prefix, boolean leads) {
    List<Node> nodes = new ArrayList<>();
    for (Reference reference : pipeline.references(kind).items()) {
      ComponentId id = reference.id();
      boolean isConnector = kind != ComponentKind.PROCESSOR && config.isConnector(id);
      Component component = config.component(isConnector ? ComponentKind.CONNECTOR : kind, id);
      Node node =
          new Node(
              prefix + nodes.size(),
              Labels.visible(id.toString()),
              isConnector ? Node.Kind.CONNECTOR : nodeKind(kind),
              component != null,
              line(reference, component),
              leads && (kind != ComponentKind.EXPORTER || leadsOn(id)),
              notes.take(reference, component));
      nodes.add(node);
      if (isConnector) {
        (kind == ComponentKind.EXPORTER ? givers : takers)
            .computeIfAbsent(id, key -> new ArrayList<>())
            .add(new End(node, pipeline.id()));
      }
    }
    return nodes;
  }

  /** Whether an exporter is Gentrace's, or a connector into a pipeline that leads there. */
  private boolean leadsOn(ComponentId exporter) {
    return gentrace.contains(exporter)
        || graph.fedBy(exporter).stream()
            .anyMatch(pipeline -> towardsGentrace.contains(pipeline.id()));
  }

  private static Node.Kind nodeKind(ComponentKind kind) {
    return switch (kind) {
      case RECEIVER -> Node.Kind.RECEIVER;
      case PROCESSOR -> Node.Kind.PROCESSOR;
      case EXPORTER -> Node.Kind.EXPORTER;
      case CONNECTOR, EXTENSION -> throw new IllegalArgumentException("no list of " + kind);
    };
  }

  private static int line(Reference reference, @Nullable Component component) {
    return component == null
        ? reference.item().place().start().line()
        : component.setting().keyPlace().start().line();
  }

  /** The steps within a pipeline. */
  private void flow(Lane lane) {
    List<Node> chain = lane.processors();
    if (chain.isEmpty()) {
      join(lane);
      return;
    }
    Node first = chain.get(0);
    Node last = chain.get(chain.size() - 1);
    lane.receivers().forEach(receiver -> step(receiver, first));
    for (int i = 1; i < chain.size(); i++) {
      step(chain.get(i - 1), chain.get(i));
    }
    lane.exporters().forEach(exporter -> step(last, exporter));
  }

  /** Receivers straight to exporters; through a joint where each would go to each. */
  private void join(Lane lane) {
    if (lane.receivers().size() < 2 || lane.exporters().size() < 2) {
      lane.receivers().forEach(from -> lane.exporters().forEach(to -> step(from, to)));
      return;
    }
    String joint = lane.joint();
    joints.add(joint);
    for (Node from : lane.receivers()) {
      edges.add(new Edge(from.id(), joint, false, from.gentrace(), false));
    }
    for (Node to : lane.exporters()) {
      edges.add(new Edge(joint, to.id(), false, to.gentrace(), false));
    }
  }

  private void step(Node from, Node to) {
    edges.add(new Edge(from.id(), to.id(), false, from.gentrace() && to.gentrace(), false));
  }

  /** The steps from pipeline to pipeline. */
  private void connect() {
    Cycles cycles = Cycles.of(config, graph);
    for (Map.Entry<ComponentId, List<End>> giver : givers.entrySet()) {
      for (End from : giver.getValue()) {
        for (End to : takers.getOrDefault(giver.getKey(), List.of())) {
          boolean leads = from.node().gentrace() && to.node().gentrace();
          boolean cycle = cycles.closes(from.pipeline(), to.pipeline());
          edges.add(new Edge(from.node().id(), to.node().id(), true, leads, cycle));
        }
      }
    }
  }
}
