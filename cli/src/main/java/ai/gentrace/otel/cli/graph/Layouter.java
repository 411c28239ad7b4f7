package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.graph.DiagramLayout.Box;
import ai.gentrace.otel.cli.graph.DiagramLayout.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Lays out a diagram in two steps, first each lane by itself, then the lanes as boxes whose
 * connectors reach their edge. Serves once.
 */
final class Layouter {
  private final Diagram diagram;
  private final Map<String, String> laneOf = new HashMap<>();
  private final Map<String, LaneLayout> lanes = new LinkedHashMap<>();
  private final Map<String, ElkNode> laneNodes = new HashMap<>();
  private final Map<String, ElkPort> ports = new HashMap<>();

  Layouter(Diagram diagram) {
    this.diagram = diagram;
    for (Lane lane : diagram.lanes()) {
      lane.nodes().forEach(node -> laneOf.put(node.id(), lane.id()));
      laneOf.put(lane.joint(), lane.id());
    }
  }

  DiagramLayout layout() {
    Map<String, List<Edge>> inner = new HashMap<>();
    for (Edge edge : diagram.edges()) {
      if (!edge.connector()) {
        inner.computeIfAbsent(lane(edge.from()), id -> new ArrayList<>()).add(edge);
      }
    }
    Set<String> joints = new HashSet<>(diagram.joints());
    for (Lane lane : diagram.lanes()) {
      List<Edge> edges = inner.getOrDefault(lane.id(), List.of());
      lanes.put(lane.id(), LaneLayout.of(lane, edges, joints.contains(lane.joint())));
    }
    return place();
  }

  /** Puts the lanes beside and below each other. */
  private DiagramLayout place() {
    ElkNode root = Kernel.graph(0, 0);
    lanes.forEach((id, lane) -> laneNodes.put(id, laneNode(root, lane)));
    Map<Edge, ElkEdge> lines = new HashMap<>();
    for (Edge edge : diagram.edges()) {
      if (edge.connector()) {
        ElkPort from = port(edge.from(), PortSide.EAST);
        lines.put(edge, ElkGraphUtil.createSimpleEdge(from, port(edge.to(), PortSide.WEST)));
      }
    }
    Kernel.layout(root);
    Map<String, Box> boxes = new HashMap<>();
    lanes.forEach(
        (id, lane) -> {
          ElkNode at = at(id);
          boxes.put(id, new Box(at.getX(), at.getY(), at.getWidth(), at.getHeight()));
          lane.boxes().forEach((node, box) -> boxes.put(node, box.moved(at.getX(), at.getY())));
        });
    List<List<Point>> ways = new ArrayList<>();
    for (Edge edge : diagram.edges()) {
      ElkEdge line = lines.get(edge);
      ways.add(line == null ? within(edge) : between(edge, Kernel.way(line), boxes));
    }
    return new DiagramLayout(root.getWidth(), root.getHeight(), boxes, ways);
  }

  private static ElkNode laneNode(ElkNode root, LaneLayout lane) {
    ElkNode node = ElkGraphUtil.createNode(root);
    node.setDimensions(lane.width(), lane.height());
    node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    return node;
  }

  /** Where a connector reaches the edge of its lane. */
  private ElkPort port(String node, PortSide side) {
    return ports.computeIfAbsent(
        node,
        id -> {
          ElkPort port = ElkGraphUtil.createPort(at(lane(id)));
          port.setProperty(CoreOptions.PORT_SIDE, side);
          LaneLayout lane = laneLayout(lane(id));
          port.setLocation(side == PortSide.EAST ? lane.width() : 0, box(lane, id).middle());
          return port;
        });
  }

  private List<Point> within(Edge edge) {
    ElkNode at = at(lane(edge.from()));
    List<Point> way = laneLayout(lane(edge.from())).ways().getOrDefault(edge, List.of());
    return way.stream().map(point -> point.moved(at.getX(), at.getY())).toList();
  }

  /** From box to box: the way between the lanes, and what is missing of it on both sides. */
  private static List<Point> between(Edge edge, List<Point> way, Map<String, Box> boxes) {
    List<Point> points = new ArrayList<>();
    Box from = boxes.get(edge.from());
    Box to = boxes.get(edge.to());
    if (from == null || to == null) {
      throw new IllegalStateException("no place for " + edge);
    }
    points.add(new Point(from.x() + from.width(), from.middle()));
    points.addAll(way);
    points.add(new Point(to.x(), to.middle()));
    return points;
  }

  private String lane(String node) {
    return laneOf.getOrDefault(node, "");
  }

  private LaneLayout laneLayout(String lane) {
    LaneLayout layout = lanes.get(lane);
    if (layout == null) {
      throw new IllegalStateException("no lane " + lane);
    }
    return layout;
  }

  private ElkNode at(String lane) {
    ElkNode node = laneNodes.get(lane);
    if (node == null) {
      throw new IllegalStateException("no place for lane " + lane);
    }
    return node;
  }

  private static Box box(LaneLayout lane, String node) {
    Box box = lane.boxes().get(node);
    if (box == null) {
      throw new IllegalStateException("no place for " + node);
    }
    return box;
  }
}
