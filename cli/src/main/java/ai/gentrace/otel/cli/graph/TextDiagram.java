package ai.gentrace.otel.cli.graph;

import java.util.ArrayList;
import java.util.List;

/** A diagram for the terminal: one swim lane per pipeline. */
public final class TextDiagram {
  private final Diagram diagram;
  private final TextFormat format;
  private final TextCells cells;
  private final StringBuilder text = new StringBuilder();

  private TextDiagram(Diagram diagram, TextFormat format) {
    this.diagram = diagram;
    this.format = format;
    this.cells = new TextCells(diagram, format);
  }

  /** The diagram as lines of text; no line is wider than the terminal unless one id is. */
  public static String of(Diagram diagram, TextFormat format) {
    return new TextDiagram(diagram, format).draw();
  }

  private String draw() {
    for (Lane lane : diagram.lanes()) {
      title(lane);
      List<String> picture = new LanePicture(lane, cells, format).rows();
      picture.forEach(row -> line("  " + row));
      lane.notes().forEach(this::note);
      lane.nodes().stream().flatMap(node -> node.notes().stream()).distinct().forEach(this::note);
      line("");
    }
    if (!diagram.unused().isEmpty()) {
      wrapped("in no pipeline: ", "  ", format.shown(String.join(", ", diagram.unused())));
    }
    diagram.notes().forEach(this::note);
    line(summary());
    return text.toString();
  }

  private void title(Lane lane) {
    String id = format.shown(lane.label());
    String label = lane.gentrace() ? format.gentrace(id) : format.bold(id);
    String goes = lane.gentrace() ? "  " + format.gentrace("to Gentrace") : "";
    line(label + format.dim("  line " + lane.line()) + goes);
  }

  private void note(Note note) {
    String head = format.mark(note.level()) + " " + note.rule() + " ";
    String where = "line " + note.position().line() + ": ";
    List<String> lines =
        wrap(where + format.shown(note.message()), format.columns() - 4 - Labels.width(head));
    line("  " + format.level(note.level(), head) + lines.get(0));
    lines.subList(1, lines.size()).forEach(rest -> line("      " + rest));
  }

  private String summary() {
    long reaching = diagram.lanes().stream().filter(Lane::gentrace).count();
    int all = diagram.lanes().size();
    String pipelines = all == 1 ? "1 pipeline" : all + " pipelines";
    if (reaching == 0) {
      return pipelines + ", and none leads to Gentrace";
    }
    return pipelines + ", " + reaching + " to Gentrace";
  }

  private void wrapped(String head, String indent, String content) {
    List<String> lines = wrap(head + content, format.columns() - indent.length());
    line(lines.get(0));
    lines.subList(1, lines.size()).forEach(rest -> line(indent + rest));
  }

  private void line(String content) {
    text.append(content.stripTrailing()).append('\n');
  }

  /** Breaks at blanks; a longer word keeps its own line. */
  static List<String> wrap(String content, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : content.split(" ", -1)) {
      if (line.length() > 0 && Labels.width(line.toString()) + 1 + Labels.width(word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      } else if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
