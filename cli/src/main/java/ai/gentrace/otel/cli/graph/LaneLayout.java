package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.graph.DiagramLayout.Box;
import ai.gentrace.otel.cli.graph.DiagramLayout.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where everything within one lane goes, from the lane's own corner.
 *
 * @param width of the lane
 * @param height of the lane
 * @param boxes by the id of a node or joint
 * @param ways the points of each of the lane's edges
 */
record LaneLayout(
    double width, double height, Map<String, Box> boxes, Map<Edge, List<Point>> ways) {
  private static final int NODE_HEIGHT = 30;
  private static final int NODE_PADDING = 24;
  private static final int JOINT_SIZE = 6;
  private static final double TITLE_HEIGHT = 38;
  private static final double AROUND = 12;

  /** Width of a character of the monospaced fonts that the pictures ask for. */
  private static final double CHARACTER_WIDTH = 7.3;

  /**
   * Lays out a lane.
   *
   * @param edges those between its nodes
   * @param withJoint whether its receivers and exporters meet in a joint
   */
  static LaneLayout of(Lane lane, List<Edge> edges, boolean withJoint) {
    ElkNode graph = Kernel.graph(TITLE_HEIGHT, AROUND);
    Map<String, ElkNode> nodes = new HashMap<>();
    for (Node node : lane.nodes()) {
      nodes.put(node.id(), node(graph, textWidth(node.caption()) + NODE_PADDING, NODE_HEIGHT));
    }
    if (withJoint) {
      nodes.put(lane.joint(), node(graph, JOINT_SIZE, JOINT_SIZE));
    }
    Map<Edge, ElkEdge> lines = new HashMap<>();
    for (Edge edge : edges) {
      ElkNode from = nodes.get(edge.from());
      lines.put(edge, ElkGraphUtil.createSimpleEdge(from, nodes.get(edge.to())));
    }
    Kernel.layout(graph);
    Map<String, Box> boxes = new HashMap<>();
    nodes.forEach((id, node) -> boxes.put(id, box(node)));
    Map<Edge, List<Point>> ways = new HashMap<>();
    lines.forEach((edge, line) -> ways.put(edge, Kernel.way(line)));
    double width = Math.max(graph.getWidth(), textWidth(lane.caption()) + 2 * AROUND);
    return new LaneLayout(width, graph.getHeight(), boxes, ways);
  }

  private static ElkNode node(ElkNode graph, double width, double height) {
    ElkNode node = ElkGraphUtil.createNode(graph);
    node.setDimensions(width, height);
    return node;
  }

  private static Box box(ElkNode node) {
    return new Box(node.getX(), node.getY(), node.getWidth(), node.getHeight());
  }

  private static double textWidth(String text) {
    return Math.ceil(Labels.width(text) * CHARACTER_WIDTH);
  }
}
