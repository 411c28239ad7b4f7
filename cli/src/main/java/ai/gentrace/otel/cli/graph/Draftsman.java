package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.PipelineGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the drawing of a scene. Used once. */
final class Draftsman {
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity).reversed().thenComparing(Comparator.naturalOrder());

  /** An arrow between numbers. */
  private record Arrow(int from, int to, boolean gentrace, boolean cyclic) {}

  private final Scene scene;
  private final Sketch sketch;
  private final List<LaneSketch> lanes;
  private final Map<Integer, List<LaneSketch>> fed = new HashMap<>();
  private final Set<Integer> gentraceLanes = new HashSet<>();
  private final Map<String, List<Finding>> findings = new LinkedHashMap<>();
  private final List<Finding> elsewhere = new ArrayList<>();

  Draftsman(Scene scene) {
    this.scene = scene;
    this.sketch = new Sketch(scene.config(), scene.complete());
    this.lanes = sketch.lanes();
  }

  Drawing draw() {
    List<Integer> extensions = sketch.extensions();
    List<Integer> unused = sketch.unused();
    for (LaneSketch lane : lanes) {
      for (int receiver : lane.receivers()) {
        fed.computeIfAbsent(receiver, key -> new ArrayList<>()).add(lane);
      }
    }
    findGentrace();
    List<Arrow> arrows = arrows();
    placeFindings();
    List<Node> nodes = finished(arrows);
    Set<Integer> ends = new LinkedHashSet<>();
    lanes.forEach(lane -> ends.addAll(lane.receivers()));
    lanes.forEach(lane -> ends.addAll(lane.exporters()));
    return new Drawing(
        scene,
        lanes.stream().map(lane -> finished(lane, nodes)).toList(),
        pick(ends.stream().toList(), nodes),
        pick(unused, nodes),
        pick(extensions, nodes),
        arrows.stream()
            .map(a -> new Link(nodes.get(a.from), nodes.get(a.to), a.gentrace, a.cyclic))
            .toList(),
        elsewhere.stream().sorted(WORST_FIRST).toList());
  }

  private void findGentrace() {
    PipelineGraph graph = PipelineGraph.of(scene.config());
    Set<ComponentId> pipelines = new HashSet<>();
    for (ComponentId exporter : scene.gentraceExporters()) {
      graph.upstream(exporter).stream().map(Pipeline::id).forEach(pipelines::add);
    }
    for (LaneSketch lane : lanes) {
      if (pipelines.contains(lane.pipeline().id())) {
        gentraceLanes.add(lane.number());
      }
    }
  }

  private List<Arrow> arrows() {
    int[] circle = Circles.of(lanes.stream().map(this::next).toList());
    List<Arrow> arrows = new ArrayList<>();
    for (LaneSketch lane : lanes) {
      boolean here = gentraceLanes.contains(lane.number());
      for (int receiver : lane.receivers()) {
        boolean cyclic =
            lanes.stream()
                .filter(other -> isConnector(receiver) && other.exporters().contains(receiver))
                .anyMatch(other -> circle[other.number()] == circle[lane.number()]);
        arrows.add(new Arrow(receiver, lane.first(), here, cyclic));
      }
      for (int i = 1; i < lane.processors().size(); i++) {
        arrows.add(new Arrow(lane.processors().get(i - 1), lane.processors().get(i), here, false));
      }
      for (int exporter : lane.exporters()) {
        boolean cyclic =
            targets(exporter).anyMatch(to -> circle[to.number()] == circle[lane.number()]);
        arrows.add(new Arrow(lane.last(), exporter, here && leadsToGentrace(exporter), cyclic));
      }
    }
    return arrows;
  }

  private List<Integer> next(LaneSketch lane) {
    return lane.exporters().stream()
        .flatMap(this::targets)
        .map(LaneSketch::number)
        .distinct()
        .toList();
  }

  /** The pipelines that receive from a connector; none of any other node. */
  private Stream<LaneSketch> targets(int end) {
    return isConnector(end) ? fed.getOrDefault(end, List.of()).stream() : Stream.empty();
  }

  private boolean isConnector(int end) {
    return sketch.nodes().get(end).role() == Role.CONNECTOR;
  }

  private boolean leadsToGentrace(int exporter) {
    Node node = sketch.nodes().get(exporter);
    return isConnector(exporter)
        ? targets(exporter).anyMatch(lane -> gentraceLanes.contains(lane.number()))
        : node.role() == Role.EXPORTER
            && scene.gentraceExporters().contains(ComponentId.of(node.label()));
  }

  private void placeFindings() {
    for (Finding finding : scene.findings()) {
      List<String> owners = sketch.regions().ownersOf(finding.place());
      owners.forEach(
          owner -> findings.computeIfAbsent(owner, key -> new ArrayList<>()).add(finding));
      if (owners.isEmpty()) {
        elsewhere.add(finding);
      }
    }
    findings.values().forEach(list -> list.sort(WORST_FIRST));
  }

  private List<Node> finished(List<Arrow> arrows) {
    Set<Integer> onTheWay = new HashSet<>();
    Set<Integer> sources = new HashSet<>();
    Set<Integer> targets = new HashSet<>();
    for (Arrow arrow : arrows) {
      sources.add(arrow.from);
      targets.add(arrow.to);
      if (arrow.gentrace) {
        onTheWay.add(arrow.from);
        onTheWay.add(arrow.to);
      }
    }
    List<Node> finished = new ArrayList<>();
    for (Node node : sketch.nodes()) {
      boolean deadEnd = node.role() == Role.CONNECTOR && node.note().isEmpty();
      boolean feeds = sources.contains(node.number());
      boolean isFed = targets.contains(node.number());
      String note = node.note();
      if (deadEnd && feeds != isFed) {
        note = feeds ? "no pipeline exports to it" : "no pipeline receives from it";
      }
      finished.add(
          new Node(
              node.number(),
              node.role(),
              node.label(),
              note,
              note.equals(node.note()) || !scene.complete() ? node.look() : Look.BROKEN,
              onTheWay.contains(node.number()),
              node.place(),
              node.lastLine(),
              findings.getOrDefault(node.key(), List.of())));
    }
    return finished;
  }

  private Lane finished(LaneSketch lane, List<Node> nodes) {
    Pipeline pipeline = lane.pipeline();
    return new Lane(
        lane.number(),
        pipeline.id().toString(),
        pipeline.signal() == null ? "not a signal" : "",
        gentraceLanes.contains(lane.number()),
        pipeline.setting().keyPlace(),
        pick(lane.receivers(), nodes),
        pick(lane.processors(), nodes),
        pick(lane.exporters(), nodes),
        findings.getOrDefault(lane.key(), List.of()));
  }

  private static List<Node> pick(List<Integer> numbers, List<Node> nodes) {
    return numbers.stream().map(nodes::get).toList();
  }
}
