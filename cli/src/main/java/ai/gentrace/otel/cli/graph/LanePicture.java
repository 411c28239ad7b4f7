package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.yaml.Visible;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of a swimlane: from left to right where that fits, else one below the other. */
final class LanePicture {
  private static final int MOST_NAMES = 3;

  /** Columns of the words at the left where one thing stands below the other. */
  private static final int LABEL = 5;

  private final int columns;
  private final boolean unicode;
  private final Drawing drawing;
  private final Map<Integer, List<String>> feeding = new HashMap<>();
  private final Map<Integer, List<String>> fed = new HashMap<>();

  /**
   * Prepares for all lanes of a drawing.
   *
   * @param columns how wide a line may be
   */
  LanePicture(int columns, boolean unicode, Drawing drawing) {
    this.columns = columns;
    this.unicode = unicode;
    this.drawing = drawing;
    for (Lane lane : drawing.lanes()) {
      String name = shown(lane.label());
      lane.receivers().forEach(node -> names(fed, node).add(name));
      lane.exporters().forEach(node -> names(feeding, node).add(name));
    }
  }

  private static List<String> names(Map<Integer, List<String>> names, Node node) {
    return names.computeIfAbsent(node.number(), key -> new ArrayList<>());
  }

  List<Row> render(Lane lane) {
    List<Row> receivers = lane.receivers().stream().map(node -> receiver(lane, node)).toList();
    List<Row> exporters = lane.exporters().stream().map(node -> exporter(lane, node)).toList();
    List<Row> wide = wide(lane, receivers, exporters);
    return wide.stream().allMatch(row -> row.width() <= columns)
        ? wide
        : narrow(lane, receivers, exporters);
  }

  /** Nodes beside each other, as many as fit. */
  List<Row> list(List<Node> nodes) {
    Row gap = new Row().add("  ");
    return Row.fill(nodes.stream().map(this::node).toList(), gap, new Row(), columns);
  }

  /** A node with what is to be said of it. */
  Row node(Node node) {
    Ink ink =
        switch (node.look()) {
          case BROKEN -> Ink.RED;
          case OPEN -> Ink.YELLOW;
          case EMPTY -> Ink.FAINT;
          case SOUND -> node.gentrace() ? Ink.BOLD : Ink.NONE;
        };
    Row row = new Row();
    if (node.look() == Look.BROKEN) {
      row.add(unicode ? "✗ " : "! ", ink);
    }
    row.add(shown(node.label()), ink);
    if (!node.note().isEmpty()) {
      row.add(" (" + node.note() + ")", ink);
    }
    for (String rule : TextPicture.rules(node.findings())) {
      row.add(" [" + rule + "]", TextPicture.ink(node.findings(), rule));
    }
    return row;
  }

  private Row receiver(Lane lane, Node node) {
    Link link = drawing.link(node, lane.first());
    return node(node).add(connector("from", feeding, node, link));
  }

  private Row exporter(Lane lane, Node node) {
    Link link = drawing.link(lane.last(), node);
    return node(node).add(connector("to", fed, node, link));
  }

  /** What stands at the other side of a connector. */
  private static Row connector(
      String word, Map<Integer, List<String>> others, Node node, Link link) {
    List<String> names = others.getOrDefault(node.number(), List.of());
    if (node.role() != Role.CONNECTOR || names.isEmpty()) {
      return new Row();
    }
    String list = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    list += more > 0 ? " and " + more + " more" : "";
    Row row = new Row().add(" (" + word + " " + list, Ink.CYAN);
    if (link.cyclic()) {
      row.add(", in a circle", Ink.RED);
    }
    return row.add(")", Ink.CYAN);
  }

  private List<Row> wide(Lane lane, List<Row> receivers, List<Row> exporters) {
    Glyphs lines = Glyphs.of(unicode, lane.gentrace());
    Ink ink = lane.gentrace() ? Ink.GENTRACE : Ink.NONE;
    int left = widest(receivers);
    int height = Math.max(receivers.size(), exporters.size());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      Row row = new Row();
      if (i < receivers.size()) {
        row.add(receivers.get(i)).add(" ");
        row.add(lines.dash().repeat(left - receivers.get(i).width()), ink);
        row.add(lines.into(i, receivers.size()), ink);
      }
      rows.add(row);
    }
    Row chain = new Row().add(" ").add(node(lane.first()));
    for (Node processor : lane.processors().subList(1, lane.processors().size())) {
      chain.add(" ").add(lines.straight(), ink).add(" ").add(node(processor));
    }
    rows.get(0).add(chain).add(" ");
    int right = rows.get(0).width();
    for (int i = 0; i < exporters.size(); i++) {
      boolean gentrace = drawing.link(lane.last(), lane.exporters().get(i)).gentrace();
      String out = lines.out(i, exporters.size(), Glyphs.of(unicode, gentrace));
      rows.get(i).pad(right).add(out, gentrace ? ink : Ink.NONE).add(" ").add(exporters.get(i));
    }
    return rows;
  }

  private static int widest(Collection<Row> rows) {
    return rows.stream().mapToInt(Row::width).max().orElse(0);
  }

  private List<Row> narrow(Lane lane, List<Row> receivers, List<Row> exporters) {
    Glyphs lines = Glyphs.of(unicode, lane.gentrace());
    Ink ink = lane.gentrace() ? Ink.GENTRACE : Ink.NONE;
    List<Row> rows = new ArrayList<>();
    int width = columns - LABEL;
    label("from", receivers.stream().flatMap(row -> row.split(width).stream()).toList(), rows);
    Row before = new Row().add(lines.straight(), ink).add(" ");
    Row between = new Row().add(" ").add(before);
    List<Row> processors = lane.processors().stream().map(this::node).toList();
    label("via", Row.fill(processors, between, before, width), rows);
    label("to", exporters.stream().flatMap(row -> row.split(width).stream()).toList(), rows);
    return rows;
  }

  private static void label(String word, List<Row> lines, List<Row> rows) {
    for (int i = 0; i < lines.size(); i++) {
      rows.add(new Row().add(i == 0 ? word : "", Ink.FAINT).pad(LABEL).add(lines.get(i)));
    }
  }

  private String shown(String text) {
    return unicode ? Visible.of(text) : Visible.ascii(text);
  }
}
