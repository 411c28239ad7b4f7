package ai.gentrace.otel.cli.graph;

import java.util.ArrayList;
import java.util.List;

/** A diagram as a Mermaid flowchart, which GitHub and GitLab draw in Markdown. */
public final class MermaidDiagram {
  /** More edges than Mermaid draws without {@code maxEdges} in its configuration. */
  public static final int MOST_EDGES = 500;

  private final Diagram diagram;
  private final StringBuilder text = new StringBuilder("flowchart LR\n");

  private MermaidDiagram(Diagram diagram) {
    this.diagram = diagram;
  }

  /** The flowchart's source. */
  public static String of(Diagram diagram) {
    return new MermaidDiagram(diagram).draw();
  }

  private String draw() {
    for (Lane lane : diagram.lanes()) {
      line("  subgraph " + lane.id() + "[\"" + escape(lane.caption()) + "\"]");
      lane.nodes().forEach(node -> line("    " + node.id() + shape(node)));
      if (diagram.joints().contains(lane.joint())) {
        line("    " + lane.joint() + "((\" \"))");
      }
      line("  end");
    }
    diagram.edges().forEach(edge -> line("  " + edge.from() + arrow(edge) + edge.to()));
    styles();
    return text.toString();
  }

  private static String arrow(Edge edge) {
    if (edge.cycle()) {
      return " -. cycle .-> ";
    }
    return edge.connector() ? " -.-> " : edge.gentrace() ? " ==> " : " --> ";
  }

  private static String shape(Node node) {
    String label = '"' + escape(node.caption()) + '"';
    return switch (node.kind()) {
      case RECEIVER -> "([" + label + "])";
      case PROCESSOR -> "[" + label + "]";
      case EXPORTER -> "[[" + label + "]]";
      case CONNECTOR -> "{{" + label + "}}";
    };
  }

  private void styles() {
    List<String> gentrace = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    for (Node node : diagram.nodes()) {
      if (node.gentrace()) {
        gentrace.add(node.id());
      }
      if (node.isMarked()) {
        bad.add(node.id());
      }
    }
    if (!gentrace.isEmpty()) {
      line("  classDef gentrace fill:#cffafe,stroke:#0e7490,color:#083344,stroke-width:2px");
      line("  class " + String.join(",", gentrace) + " gentrace");
    }
    if (!bad.isEmpty()) {
      line("  classDef marked stroke:#dc2626,stroke-width:3px,stroke-dasharray:5 3");
      line("  class " + String.join(",", bad) + " marked");
    }
  }

  /**
   * Numbers for everything but letters, digits and what no rule of Mermaid looks at, so that no id
   * ends its quotes, begins Markdown or a directive, or names an entity.
   */
  private static String escape(String label) {
    StringBuilder escaped = new StringBuilder();
    for (int codePoint : label.codePoints().toArray()) {
      if (Character.isLetterOrDigit(codePoint) || " /_-.()".indexOf(codePoint) >= 0) {
        escaped.appendCodePoint(codePoint);
      } else {
        escaped.append('#').append(codePoint).append(';');
      }
    }
    return escaped.toString();
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
