package ai.gentrace.otel.cli.graph;

/** A diagram in Graphviz's language. */
public final class DotDiagram {
  private static final String GENTRACE = "color=\"#0e7490\", penwidth=2";
  private static final String MARKED = "color=\"#dc2626\", penwidth=2, style=\"filled,dashed\"";

  private final Diagram diagram;
  private final StringBuilder text = new StringBuilder();

  private DotDiagram(Diagram diagram) {
    this.diagram = diagram;
  }

  /** The graph's source. */
  public static String of(Diagram diagram) {
    return new DotDiagram(diagram).draw();
  }

  private String draw() {
    line("digraph collector {");
    line("  rankdir=LR");
    line("  graph [fontname=\"sans-serif\", fontsize=12]");
    line("  node [fontname=\"sans-serif\", fontsize=11, shape=box, style=filled, fillcolor=white]");
    line("  edge [fontname=\"sans-serif\", fontsize=10, color=\"#64748b\"]");
    diagram.lanes().forEach(this::lane);
    diagram.edges().forEach(edge -> line("  " + edge.from() + " -> " + edge.to() + style(edge)));
    line("}");
    return text.toString();
  }

  private void lane(Lane lane) {
    line("  subgraph cluster_" + lane.id() + " {");
    line("    label=" + quote(lane.caption()));
    if (lane.gentrace()) {
      line("    " + GENTRACE.replace(", ", "; "));
    }
    lane.nodes().forEach(this::node);
    if (diagram.joints().contains(lane.joint())) {
      line("    " + lane.joint() + " [shape=point]");
    }
    line("  }");
  }

  private void node(Node node) {
    String fill = node.gentrace() ? ", fillcolor=\"#cffafe\"" : "";
    String frame = node.isMarked() ? ", " + MARKED : node.gentrace() ? ", " + GENTRACE : "";
    String attributes = "label=" + quote(node.caption()) + shape(node) + fill + frame;
    line("    " + node.id() + " [" + attributes + "]");
  }

  private static String shape(Node node) {
    return switch (node.kind()) {
      case RECEIVER -> ", shape=cds";
      case PROCESSOR -> "";
      case EXPORTER -> ", shape=component";
      case CONNECTOR -> ", shape=hexagon";
    };
  }

  private static String style(Edge edge) {
    if (edge.cycle()) {
      return " [label=cycle, color=\"#dc2626\", style=dashed]";
    }
    String connector = edge.connector() ? "style=dashed" : "";
    String gentrace = edge.gentrace() ? GENTRACE : "";
    String both = connector + (connector.isEmpty() || gentrace.isEmpty() ? "" : ", ") + gentrace;
    return both.isEmpty() ? "" : " [" + both + "]";
  }

  /**
   * Graphviz takes a backslash for a placeholder and an ampersand for an entity, also in quotes.
   */
  private static String quote(String label) {
    return '"' + label.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;") + '"';
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
