package ai.gentrace.otel.cli.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.BoxLayouterOptions;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.core.util.ElkUtil;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Finds the place of everything with ELK's layered algorithm: receivers at the left, exporters at
 * the right, each pipeline a box around its processors, the order of the file kept where that
 * crosses no more lines. Used once.
 */
final class ElkLayout {
  private static final double GAP = 18;
  private static final double HEADING = 26;

  /** ELK walks long chains of nodes by recursion. */
  private static final long STACK_BYTES = 512L << 20;

  private final Drawing drawing;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> shapes = new LinkedHashMap<>();
  private final Map<Link, ElkEdge> edges = new LinkedHashMap<>();

  private ElkLayout(Drawing drawing) {
    this.drawing = drawing;
  }

  /**
   * Lays a drawing out.
   *
   * @throws IllegalStateException if the library fails
   */
  static Plan of(Drawing drawing) {
    List<Plan> plans = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    Thread thread =
        new Thread(null, () -> plans.add(new ElkLayout(drawing).plan()), "layout", STACK_BYTES);
    thread.setUncaughtExceptionHandler((where, failure) -> failures.add(failure));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while drawing", e);
    }
    if (plans.isEmpty()) {
      throw new IllegalStateException("the picture could not be laid out", failures.get(0));
    }
    return plans.get(0);
  }

  private Plan plan() {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    root.setProperty(CoreOptions.ALGORITHM, BoxLayouterOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.ASPECT_RATIO, 0.01);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(GAP));
    root.setProperty(CoreOptions.SPACING_NODE_NODE, GAP);
    flow();
    group(Plan.EXTENSIONS, drawing.extensions(), 2);
    group(Plan.UNUSED, drawing.unused(), 1);
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    return result();
  }

  private void flow() {
    if (drawing.lanes().isEmpty()) {
      return;
    }
    ElkNode flow = ElkGraphUtil.createNode(root);
    flow.setProperty(CoreOptions.PRIORITY, 3);
    flow.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    flow.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    flow.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    flow.setProperty(CoreOptions.RANDOM_SEED, 1);
    flow.setProperty(CoreOptions.PADDING, new ElkPadding(0));
    flow.setProperty(CoreOptions.SPACING_NODE_NODE, GAP);
    flow.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 2 * GAP);
    flow.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, GAP / 2);
    flow.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    // Lines that share their beginning read well, but not where one of them turns back.
    boolean cyclic = drawing.links().stream().anyMatch(Link::cyclic);
    flow.setProperty(LayeredOptions.MERGE_EDGES, !cyclic);
    flow.setProperty(LayeredOptions.FEEDBACK_EDGES, cyclic);
    for (Node node : drawing.ends()) {
      ElkNode shape = shape(flow, node);
      if (node.role() == Role.RECEIVER) {
        shape.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
      } else if (node.role() == Role.EXPORTER) {
        shape.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.LAST);
      }
    }
    for (Lane lane : drawing.lanes()) {
      String heading = BoxText.heading(lane) + "  " + BoxText.remark(lane);
      ElkNode box = frame(flow, lane.key(), heading);
      lane.processors().forEach(node -> shape(box, node));
    }
    for (Link link : drawing.links()) {
      ElkNode from = shapes.get(link.from().key());
      edges.put(link, ElkGraphUtil.createSimpleEdge(from, shapes.get(link.to().key())));
    }
  }

  /** Puts nodes without arrows into a box; of two groups the one with more priority comes first. */
  private void group(String key, List<Node> nodes, int priority) {
    if (nodes.isEmpty()) {
      return;
    }
    ElkNode box = frame(root, key, "in no pipeline");
    box.setProperty(CoreOptions.PRIORITY, priority);
    box.setProperty(CoreOptions.ALGORITHM, BoxLayouterOptions.ALGORITHM_ID);
    box.setProperty(CoreOptions.ASPECT_RATIO, 4.0);
    box.setProperty(CoreOptions.SPACING_NODE_NODE, GAP / 2);
    nodes.forEach(node -> shape(box, node));
  }

  /** A box around others with a heading. */
  private ElkNode frame(ElkNode parent, String key, String heading) {
    ElkNode box = ElkGraphUtil.createNode(parent);
    double width = BoxText.width(heading) + 2 * BoxText.PADDING;
    box.setProperty(CoreOptions.PADDING, new ElkPadding(HEADING + 4, GAP, GAP, GAP));
    box.setProperty(CoreOptions.ALIGNMENT, Alignment.LEFT);
    box.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSize());
    box.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(width, HEADING));
    box.setDimensions(width, HEADING);
    shapes.put(key, box);
    return box;
  }

  private ElkNode shape(ElkNode parent, Node node) {
    List<String> lines = BoxText.lines(node);
    double width = lines.stream().mapToDouble(BoxText::width).max().orElse(0);
    ElkNode shape = ElkGraphUtil.createNode(parent);
    shape.setProperty(CoreOptions.ALIGNMENT, Alignment.LEFT);
    shape.setDimensions(width + 2 * BoxText.PADDING, lines.size() * BoxText.LINE + 14);
    shapes.put(node.key(), shape);
    return shape;
  }

  private Plan result() {
    Map<String, Plan.Box> boxes = new HashMap<>();
    shapes.forEach(
        (key, shape) -> {
          KVector at = ElkUtil.absolutePosition(shape);
          boxes.put(key, new Plan.Box(at.x, at.y, shape.getWidth(), shape.getHeight()));
        });
    List<Plan.Line> lines = new ArrayList<>();
    edges.forEach((link, edge) -> lines.add(new Plan.Line(link, points(edge))));
    return new Plan(root.getWidth(), root.getHeight(), boxes, lines);
  }

  private static List<Plan.Point> points(ElkEdge edge) {
    KVector origin = ElkUtil.absolutePosition(edge.getContainingNode());
    List<Plan.Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Plan.Point(origin.x + section.getStartX(), origin.y + section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(new Plan.Point(origin.x + bend.getX(), origin.y + bend.getY()));
      }
      points.add(new Plan.Point(origin.x + section.getEndX(), origin.y + section.getEndY()));
    }
    return points;
  }
}
