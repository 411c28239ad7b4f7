package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The picture as SVG, for light and dark. Needs no font, script or file from elsewhere. */
public final class SvgPicture {
  /** Pixels up to which text fits beside the picture on most screens. */
  private static final double MOST_BESIDE_TEXT = 1100;

  private static final double CORNER = 6;
  private static final double TIP = 7;

  /**
   * A picture without styles.
   *
   * @param isWide whether it leaves no room beside it
   */
  record Part(String text, boolean isWide) {}

  private final Drawing drawing;
  private final Plan plan;
  private final Function<Node, String> opening;
  private final Function<Node, String> closing;
  private final StringBuilder svg = new StringBuilder();

  private SvgPicture(
      Drawing drawing, Function<Node, String> opening, Function<Node, String> closing) {
    this.drawing = drawing;
    this.plan = ElkLayout.of(drawing);
    this.opening = opening;
    this.closing = closing;
  }

  /** The picture as a file of its own. */
  public static String render(Drawing drawing) {
    Function<Node, String> group = node -> "<g class=\"" + classes(node) + "\">";
    return new SvgPicture(drawing, group, node -> "</g>")
        .render("<style>\n" + Stylesheets.picture("svg") + "</style>\n");
  }

  /**
   * The picture as a part of a page that brings the styles.
   *
   * @param opening the tag before a node's shape
   * @param closing the tag behind it
   */
  static Part part(
      Drawing drawing, Function<Node, String> opening, Function<Node, String> closing) {
    SvgPicture picture = new SvgPicture(drawing, opening, closing);
    return new Part(picture.render(""), picture.plan.width() > MOST_BESIDE_TEXT);
  }

  private String render(String style) {
    String width = Markup.number(plan.width());
    String height = Markup.number(plan.height());
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="picture" width="%s" height="%s" viewBox="0 0 %s %s" role="group" aria-label="Pipelines of %s">
        """
            .formatted(width, height, width, height, Markup.text(drawing.title())));
    svg.append(style);
    svg.append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
    drawing.lanes().forEach(this::lane);
    group(Plan.EXTENSIONS, "extensions", drawing.extensions());
    group(Plan.UNUSED, "in no pipeline", drawing.unused());
    lines(line -> !line.link().gentrace() && !line.link().cyclic());
    lines(line -> line.link().gentrace() && !line.link().cyclic());
    lines(line -> line.link().cyclic());
    drawing.nodes().forEach(this::node);
    for (Lane lane : drawing.lanes()) {
      Plan.Box box = plan.box(lane.key());
      svg.append(Badge.draw(lane.findings(), box.x() + box.width(), box.y()));
    }
    return svg.append("</svg>\n").toString();
  }

  private void lane(Lane lane) {
    Plan.Box box = plan.box(lane.key());
    String classes = "lane" + (lane.gentrace() ? " gentrace" : "");
    classes += lane.note().isEmpty() ? "" : " broken";
    svg.append("<g class=\"").append(classes).append("\">").append(rectangle(box, 8, ""));
    double x = box.x() + BoxText.PADDING;
    svg.append(text("name", x, box.y() + 19, BoxText.heading(lane)));
    double behind = x + BoxText.width(BoxText.heading(lane) + "  ");
    svg.append(text("remark", behind, box.y() + 19, BoxText.remark(lane)));
    svg.append(title(lane.label() + " (" + lane.place() + ")", lane.findings())).append("</g>\n");
  }

  private void group(String key, String heading, List<Node> nodes) {
    if (nodes.isEmpty()) {
      return;
    }
    Plan.Box box = plan.box(key);
    svg.append("<g class=\"group\">").append(rectangle(box, 8, ""));
    svg.append(text("name", box.x() + BoxText.PADDING, box.y() + 19, heading)).append("</g>\n");
  }

  private void node(Node node) {
    Plan.Box box = plan.box(node.key());
    svg.append(opening.apply(node));
    double round = node.role() == Role.PROCESSOR ? 4 : box.height() / 2;
    svg.append(node.role() == Role.CONNECTOR ? hexagon(box) : rectangle(box, round, "shape"));
    double y = box.y() + 19;
    for (String line : BoxText.lines(node)) {
      boolean first = y == box.y() + 19;
      svg.append(text(first ? "name" : "note", box.x() + BoxText.PADDING, y, line));
      y += BoxText.LINE;
    }
    String place = " (" + node.place() + ")";
    String note = node.note().isEmpty() ? "" : ", " + node.note();
    svg.append(title(node.role().noun() + " " + node.label() + note + place, node.findings()));
    svg.append(Badge.draw(node.findings(), box.x() + box.width(), box.y()));
    svg.append(closing.apply(node)).append('\n');
  }

  /** The classes that say what a node looks like. */
  static String classes(Node node) {
    String look = node.look().name().toLowerCase(Locale.ROOT);
    return "node " + node.role().key() + " " + look + (node.gentrace() ? " gentrace" : "");
  }

  private static String title(String text, List<Finding> findings) {
    String list =
        findings.stream()
            .map(f -> f.severity().key() + " " + f.rule().id() + ": " + Markup.text(f.message()))
            .map(line -> "\n" + line)
            .collect(Collectors.joining());
    return "<title>" + Markup.text(text) + list + "</title>";
  }

  private static String text(String kind, double x, double y, String text) {
    return text.isEmpty()
        ? ""
        : "<text class=\"%s\" x=\"%s\" y=\"%s\" xml:space=\"preserve\">%s</text>"
            .formatted(kind, Markup.number(x), Markup.number(y), Markup.text(text));
  }

  private static String rectangle(Plan.Box box, double round, String kind) {
    String shape = kind.isEmpty() ? "" : " class=\"" + kind + "\"";
    return "<rect%s x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>"
        .formatted(
            shape,
            Markup.number(box.x()),
            Markup.number(box.y()),
            Markup.number(box.width()),
            Markup.number(box.height()),
            Markup.number(round));
  }

  private static String hexagon(Plan.Box box) {
    double cut = Math.min(8, box.width() / 4);
    return "<path class=\"shape\" d=\"M%s %sh%sl%s %sl%s %sh%sl%s %sz\"/>"
        .formatted(
            Markup.number(box.x() + cut),
            Markup.number(box.y()),
            Markup.number(box.width() - 2 * cut),
            Markup.number(cut),
            Markup.number(box.height() / 2),
            Markup.number(-cut),
            Markup.number(box.height() / 2),
            Markup.number(2 * cut - box.width()),
            Markup.number(-cut),
            Markup.number(-box.height() / 2));
  }

  private void lines(Predicate<Plan.Line> wanted) {
    plan.lines().stream().filter(wanted).forEach(this::line);
  }

  private void line(Plan.Line line) {
    String kind = line.link().gentrace() ? " gentrace" : "";
    kind += line.link().cyclic() ? " cyclic" : "";
    List<Plan.Point> points = line.points();
    svg.append("<path class=\"link").append(kind).append("\" d=\"").append(way(points));
    svg.append("\"/><path class=\"tip").append(kind).append("\" d=\"").append(tip(points));
    svg.append("\"/>\n");
  }

  /** A line whose corners are round. */
  private static String way(List<Plan.Point> points) {
    StringBuilder way = new StringBuilder("M").append(pair(points.get(0)));
    for (int i = 1; i < points.size() - 1; i++) {
      Plan.Point corner = points.get(i);
      way.append('L').append(pair(towards(corner, points.get(i - 1))));
      way.append('Q').append(pair(corner)).append(' ');
      way.append(pair(towards(corner, points.get(i + 1))));
    }
    Plan.Point end = points.get(points.size() - 1);
    Plan.Point before = points.get(points.size() - 2);
    return way.append('L').append(pair(shift(end, before, TIP / 2))).toString();
  }

  private static Plan.Point towards(Plan.Point corner, Plan.Point other) {
    double length = Math.hypot(other.x() - corner.x(), other.y() - corner.y());
    return shift(corner, other, Math.min(CORNER, length / 2));
  }

  private static Plan.Point shift(Plan.Point from, Plan.Point to, double by) {
    double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
    double part = length == 0 ? 0 : by / length;
    return new Plan.Point(
        from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }

  /** The head of an arrow, a triangle. */
  private static String tip(List<Plan.Point> points) {
    Plan.Point end = points.get(points.size() - 1);
    Plan.Point back = shift(end, points.get(points.size() - 2), TIP);
    double dx = (end.x() - back.x()) * 0.55;
    double dy = (end.y() - back.y()) * 0.55;
    Plan.Point left = new Plan.Point(back.x() - dy, back.y() + dx);
    Plan.Point right = new Plan.Point(back.x() + dy, back.y() - dx);
    return "M" + pair(end) + "L" + pair(left) + "L" + pair(right) + "Z";
  }

  private static String pair(Plan.Point point) {
    return Markup.number(point.x()) + " " + Markup.number(point.y());
  }
}
