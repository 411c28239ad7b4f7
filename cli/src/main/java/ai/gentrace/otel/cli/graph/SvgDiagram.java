package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.graph.DiagramLayout.Box;
import ai.gentrace.otel.cli.graph.DiagramLayout.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A diagram as an SVG picture, for light and dark pages. */
public final class SvgDiagram {
  private static final int MARGIN = 12;

  private final Diagram diagram;
  private final DiagramLayout layout;
  private final StringBuilder text = new StringBuilder();

  private SvgDiagram(Diagram diagram) {
    this.diagram = diagram;
    this.layout = DiagramLayout.of(diagram);
  }

  /** The picture as a file of its own. */
  public static String of(Diagram diagram) {
    String style = "<style>\n" + Markup.resource("diagram.css") + "</style>\n";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new SvgDiagram(diagram).draw(style);
  }

  /** The picture as a part of a page that brings the style. */
  static String embedded(Diagram diagram) {
    return new SvgDiagram(diagram).draw("");
  }

  private String draw(String style) {
    int width = (int) Math.ceil(layout.width()) + 2 * MARGIN;
    int height = (int) Math.ceil(layout.height()) + 2 * MARGIN;
    text.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="diagram" width="%1$d" height="%2$d" \
        viewBox="0 0 %1$d %2$d" role="group" aria-label="Pipelines of the collector">
        """
            .formatted(width, height));
    text.append(style);
    text.append("<defs>\n");
    List.of("plain", "gentrace", "cycle").forEach(this::arrowHead);
    text.append("</defs>\n");
    text.append("<g transform=\"translate(").append(MARGIN + "," + MARGIN).append(")\">\n");
    diagram.lanes().forEach(this::lane);
    for (int i = 0; i < diagram.edges().size(); i++) {
      edge(diagram.edges().get(i), layout.ways().get(i));
    }
    diagram.joints().forEach(this::joint);
    diagram.nodes().forEach(this::node);
    return text.append("</g>\n</svg>\n").toString();
  }

  private void arrowHead(String kind) {
    text.append(
        """
        <marker id="head-%1$s" class="head %1$s" viewBox="0 0 8 8" refX="7" refY="4" \
        markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">\
        <path d="M0,0 L8,4 L0,8 z"/></marker>
        """
            .formatted(kind));
  }

  private void lane(Lane lane) {
    Box box = box(lane.id());
    text.append("<g class=\"lane").append(lane.gentrace() ? " gentrace" : "").append("\">\n");
    rectangle(box, 8);
    label(lane.caption(), box.x() + 12, box.y() + 20, "title");
    text.append("</g>\n");
  }

  private void node(Node node) {
    Box box = box(node.id());
    String classes =
        "node "
            + node.kind().noun()
            + (node.gentrace() ? " gentrace" : "")
            + (node.defined() ? "" : " undefined")
            + node.notes().stream().map(SvgDiagram::level).distinct().collect(Collectors.joining());
    String story = Markup.escape(story(node));
    text.append("<g id=\"").append(node.id()).append("\" class=\"").append(classes);
    text.append("\" role=\"button\" tabindex=\"0\" data-line=\"").append(node.line());
    text.append("\" aria-label=\"").append(story).append("\">\n");
    text.append("<title>").append(story).append("</title>\n");
    rectangle(box, node.kind() == Node.Kind.PROCESSOR ? 4 : 15);
    label(node.caption(), box.x() + 12, box.y() + 19.5, "id");
    text.append("</g>\n");
  }

  private static String level(Note note) {
    return " " + note.level().name().toLowerCase(Locale.ROOT);
  }

  /** Everything about a component in one line, for a reader that cannot see the picture. */
  private static String story(Node node) {
    StringBuilder story = new StringBuilder(node.label()).append(", ").append(node.kind().noun());
    story.append(node.defined() ? ", line " : ", not defined, named in line ").append(node.line());
    story.append(node.gentrace() ? ", on the way to Gentrace" : "");
    for (Note note : node.notes()) {
      story.append("; ").append(note.rule()).append(": ").append(note.message());
    }
    return story.toString();
  }

  private void edge(Edge edge, List<Point> way) {
    String kind = edge.cycle() ? "cycle" : edge.gentrace() ? "gentrace" : "plain";
    String path =
        way.stream()
            .map(point -> number(point.x()) + "," + number(point.y()))
            .collect(Collectors.joining(" L", "M", ""));
    text.append("<path class=\"edge ").append(kind).append(edge.connector() ? " connector" : "");
    text.append("\" d=\"").append(path).append('"');
    if (!diagram.joints().contains(edge.to())) {
      text.append(" marker-end=\"url(#head-").append(kind).append(")\"");
    }
    text.append(edge.cycle() ? "><title>cycle</title></path>\n" : "/>\n");
  }

  private void joint(String id) {
    Box box = box(id);
    text.append("<circle class=\"joint\" r=\"3\" cx=\"").append(number(box.x() + 3));
    text.append("\" cy=\"").append(number(box.y() + 3)).append("\"/>\n");
  }

  private void rectangle(Box box, int radius) {
    text.append("<rect x=\"").append(number(box.x())).append("\" y=\"").append(number(box.y()));
    text.append("\" width=\"").append(number(box.width())).append("\" height=\"");
    text.append(number(box.height())).append("\" rx=\"").append(radius).append("\"/>\n");
  }

  private void label(String label, double x, double y, String kind) {
    text.append("<text class=\"").append(kind).append("\" x=\"").append(number(x));
    text.append("\" y=\"").append(number(y)).append("\">");
    text.append(Markup.escape(label)).append("</text>\n");
  }

  private Box box(String id) {
    Box box = layout.boxes().get(id);
    if (box == null) {
      throw new IllegalStateException("no place for " + id);
    }
    return box;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }
}
