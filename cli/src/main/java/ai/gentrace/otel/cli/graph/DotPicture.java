package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.yaml.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture in Graphviz's language. Texts of the config stand in quoted strings only, with
 * backslash, quote and ampersand escaped: Graphviz reads {@code \N} and entities there too.
 */
public final class DotPicture {
  private DotPicture() {}

  /** The graph. */
  public static String render(Drawing drawing) {
    StringBuilder text = new StringBuilder();
    text.append("digraph collector {\n");
    text.append("  graph [rankdir=LR, fontname=\"Helvetica\", labelloc=t, label=")
        .append(quote(drawing.title()))
        .append("]\n");
    text.append("  node [fontname=\"Helvetica\", fontsize=11, height=0.3, shape=box]\n");
    text.append("  edge [arrowsize=0.7]\n");
    drawing.ends().forEach(node -> text.append("  ").append(node(node)).append('\n'));
    for (Lane lane : drawing.lanes()) {
      String color = lane.gentrace() ? "color=\"#c2255c\", penwidth=2" : "color=\"#868e96\"";
      cluster(lane.key(), NodeText.of(lane), color, lane.processors(), text);
    }
    String faint = "color=\"#868e96\", style=dashed";
    cluster("extensions", "extensions", faint, drawing.extensions(), text);
    cluster("unused", "in no pipeline", faint, drawing.unused(), text);
    drawing.links().forEach(link -> text.append("  ").append(link(link)).append('\n'));
    return text.append("}\n").toString();
  }

  private static void cluster(
      String key, String label, String attributes, List<Node> nodes, StringBuilder to) {
    if (nodes.isEmpty()) {
      return;
    }
    to.append("  subgraph cluster_").append(key).append(" {\n");
    to.append("    graph [label=").append(quote(label)).append(", labeljust=l, ");
    to.append(attributes).append("]\n");
    nodes.forEach(node -> to.append("    ").append(node(node)).append('\n'));
    to.append("  }\n");
  }

  private static String node(Node node) {
    List<String> attributes = new ArrayList<>();
    attributes.add("label=" + quote(NodeText.of(node)));
    attributes.add("tooltip=" + quote(tooltip(node)));
    String style = "rounded";
    switch (node.role()) {
      case CONNECTOR -> attributes.add("shape=hexagon");
      case EXPORTER -> attributes.add("peripheries=2");
      case RECEIVER, PROCESSOR, EXTENSION -> {}
    }
    if (node.look() == Look.BROKEN) {
      style += ",dashed";
      attributes.add("color=\"#e03131\"");
      attributes.add("fontcolor=\"#e03131\"");
    } else if (node.look() != Look.SOUND) {
      style += ",dotted";
    } else if (node.gentrace()) {
      attributes.add("color=\"#c2255c\"");
    }
    if (node.gentrace()) {
      attributes.add("penwidth=2");
    }
    attributes.add("style=\"" + style + "\"");
    return node.key() + " [" + String.join(", ", attributes) + "]";
  }

  private static String tooltip(Node node) {
    return node.role().noun() + " at " + node.place();
  }

  private static String link(Link link) {
    List<String> attributes = new ArrayList<>();
    if (link.gentrace()) {
      attributes.add("color=\"#c2255c\"");
      attributes.add("penwidth=2.5");
    }
    if (link.cyclic()) {
      attributes.add("style=dashed");
      attributes.add("label=\"in a circle\"");
      attributes.add("fontcolor=\"#e03131\"");
    }
    String arrow = link.from().key() + " -> " + link.to().key();
    return attributes.isEmpty() ? arrow : arrow + " [" + String.join(", ", attributes) + "]";
  }

  private static String quote(String text) {
    String shown = Visible.of(text);
    return '"' + shown.replace("&", "&amp;").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
