package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.yaml.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The picture for a terminal: a swimlane for each pipeline, its place beside its name.
 *
 * @param columns how wide a line may be
 * @param unicode whether lines may be drawn with more than ASCII
 * @param colored whether to use a terminal's colours
 */
public record TextPicture(int columns, boolean unicode, boolean colored) {
  private static final int MOST_COLUMNS_OF_RULE = 100;
  private static final int INDENT = 2;

  /** The picture; each line ends in a line feed. */
  public String render(Drawing drawing) {
    List<Row> rows = new ArrayList<>();
    rows.addAll(summary(drawing));
    LanePicture lanes = new LanePicture(columns - INDENT, unicode, drawing);
    for (Lane lane : drawing.lanes()) {
      rows.add(new Row());
      rows.addAll(heading(lane));
      indent(lanes.render(lane), rows);
    }
    if (!drawing.extensions().isEmpty()) {
      section("extensions", rows);
      indent(lanes.list(drawing.extensions()), rows);
    }
    if (!drawing.unused().isEmpty()) {
      section("in no pipeline", rows);
      for (Node node : drawing.unused()) {
        Row row = new Row().add(node.role().noun() + " ", Ink.FAINT).add(lanes.node(node));
        indent(row.split(columns - INDENT), rows);
      }
    }
    findings(drawing, rows);
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(row.render(colored)).append('\n'));
    return text.toString();
  }

  private List<Row> summary(Drawing drawing) {
    int count = drawing.lanes().size();
    String text = "no pipeline";
    if (count > 0) {
      long gentrace = drawing.lanes().stream().filter(Lane::gentrace).count();
      text = count + (count == 1 ? " pipeline, " : " pipelines, ");
      text += (gentrace == 0 ? "none" : gentrace) + " to Gentrace";
    }
    List<Row> words = new ArrayList<>();
    words.add(new Row().add(shown(drawing.title()), Ink.BOLD).add(":"));
    words.addAll(words(text));
    return Row.fill(words, new Row().add(" "), new Row().add("  "), columns);
  }

  private static List<Row> words(String text) {
    return Stream.of(text.split(" ", -1)).map(word -> new Row().add(word)).toList();
  }

  private List<Row> heading(Lane lane) {
    Ink ink = lane.gentrace() ? Ink.GENTRACE : Ink.NONE;
    String dash = Glyphs.of(unicode, lane.gentrace()).dash();
    Row row = new Row().add(dash.repeat(2) + " ", ink);
    row.add(shown(lane.label()), lane.gentrace() ? Ink.GENTRACE : Ink.BOLD).add(" ");
    if (lane.gentrace()) {
      row.add(dash.repeat(2) + " to Gentrace ", ink);
    }
    if (!lane.note().isEmpty()) {
      row.add("(" + lane.note() + ") ", Ink.RED);
    }
    for (String rule : rules(lane.findings())) {
      row.add("[" + rule + "] ", ink(lane.findings(), rule));
    }
    String place = " " + shown(lane.place().toString());
    int end = Math.min(columns, MOST_COLUMNS_OF_RULE);
    int line = end - row.width() - Columns.of(place);
    if (line >= 2) {
      row.add(dash.repeat(line), ink).add(place, Ink.FAINT);
    } else {
      row.add(dash.repeat(Math.max(0, end - row.width())), ink);
    }
    return row.split(columns);
  }

  private void section(String title, List<Row> rows) {
    rows.add(new Row());
    String dash = Glyphs.of(unicode, false).dash();
    Row row = new Row().add(dash.repeat(2) + " ").add(title, Ink.BOLD).add(" ");
    row.add(dash.repeat(Math.max(0, Math.min(columns, MOST_COLUMNS_OF_RULE) - row.width())));
    rows.addAll(row.split(columns));
  }

  private void findings(Drawing drawing, List<Row> rows) {
    List<Finding> findings = drawing.allFindings();
    if (findings.isEmpty()) {
      return;
    }
    section("findings", rows);
    for (Finding finding : findings) {
      List<Row> words = new ArrayList<>();
      words.add(new Row().add(shown(finding.place().toString()) + ":"));
      words.add(new Row().add(finding.severity().key() + ":", Ink.of(finding.severity())));
      words.addAll(words(shown(finding.message())));
      words.add(new Row().add("[" + finding.rule().id() + "]", Ink.of(finding.severity())));
      indent(Row.fill(words, new Row().add(" "), new Row().add("  "), columns - INDENT), rows);
    }
  }

  private static void indent(List<Row> lines, List<Row> rows) {
    for (Row line : lines) {
      rows.add(new Row().add(" ".repeat(INDENT)).add(line));
    }
  }

  private String shown(String text) {
    return unicode ? Visible.of(text) : Visible.ascii(text);
  }

  /** The rules of findings, each once, the worst first. */
  static List<String> rules(List<Finding> findings) {
    return findings.stream().map(finding -> finding.rule().id()).distinct().toList();
  }

  static Ink ink(List<Finding> findings, String rule) {
    return findings.stream()
        .filter(finding -> finding.rule().id().equals(rule))
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .map(Ink::of)
        .orElse(Ink.NONE);
  }
}
