package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.graph.TextCells.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one swim lane: receivers on the left, the chain of processors, exporters on the
 * right. Where that is too wide, three lists below each other.
 */
final class LanePicture {
  private static final int INDENT = 2;

  private final Lane lane;
  private final TextFormat format;
  private final List<Cell> receivers;
  private final List<Cell> processors;
  private final List<Cell> exporters;

  LanePicture(Lane lane, TextCells cells, TextFormat format) {
    this.lane = lane;
    this.format = format;
    this.receivers = cells(lane.receivers(), cells, "receivers");
    this.processors = lane.processors().stream().map(cells::of).toList();
    this.exporters = cells(lane.exporters(), cells, "exporters");
  }

  private static List<Cell> cells(List<Node> nodes, TextCells cells, String section) {
    return nodes.isEmpty() ? List.of(cells.none(section)) : nodes.stream().map(cells::of).toList();
  }

  List<String> rows() {
    int left = widest(receivers) + (receivers.size() > 1 ? 2 : 1);
    int arrow = Labels.width(format.arrow(false));
    int chain = processors.stream().mapToInt(cell -> arrow + cell.width() + 1).sum();
    int right = arrow + (exporters.size() > 1 ? 2 : 0) + widest(exporters);
    return left + chain + right + INDENT <= format.columns() ? beside(left, chain) : below();
  }

  private static int widest(List<Cell> cells) {
    return cells.stream().mapToInt(Cell::width).max().orElse(0);
  }

  private List<String> beside(int left, int chain) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(receivers.size(), exporters.size()); i++) {
      StringBuilder row = new StringBuilder();
      row.append(i < receivers.size() ? receiver(i, left) : " ".repeat(left));
      row.append(i == 0 ? chain() : " ".repeat(chain));
      row.append(i < exporters.size() ? exporter(i) : "");
      rows.add(row.toString());
    }
    return rows;
  }

  private String chain() {
    StringBuilder chain = new StringBuilder();
    for (Cell cell : processors) {
      chain.append(format.arrow(lane.gentrace())).append(cell.shown()).append(' ');
    }
    return chain.toString();
  }

  private String receiver(int i, int width) {
    Cell cell = receivers.get(i);
    if (receivers.size() == 1) {
      return cell.shown() + " ";
    }
    String corner = corner(i, receivers.size(), "\u252c", "\u2524", "\u2518");
    return cell.shown() + " " + format.line().repeat(width - 2 - cell.width()) + corner;
  }

  private String exporter(int i) {
    Cell cell = exporters.get(i);
    boolean gentrace = !lane.exporters().isEmpty() && lane.exporters().get(i).gentrace();
    String end = format.arrow(gentrace) + cell.shown();
    if (exporters.size() == 1) {
      return end;
    }
    String corner = corner(i, exporters.size(), "\u252c", "\u251c", "\u2514");
    return (i == 0 ? format.line() : " ") + corner + end;
  }

  private String corner(int i, int count, String first, String middle, String last) {
    if (!format.unicode()) {
      return "+";
    }
    return i == 0 ? first : i == count - 1 ? last : middle;
  }

  private List<String> below() {
    List<String> rows = new ArrayList<>();
    rows.addAll(flow("receivers   ", "", receivers));
    rows.addAll(flow("processors  ", format.arrow(lane.gentrace()), processors));
    rows.addAll(flow("exporters   ", "", exporters));
    return rows;
  }

  /** Cells one after another, on as many rows as they need. */
  private List<String> flow(String head, String before, List<Cell> cells) {
    List<String> rows = new ArrayList<>();
    String indent = " ".repeat(head.length());
    StringBuilder row = new StringBuilder(format.dim(head));
    int used = head.length();
    for (Cell cell : cells) {
      int width = Labels.width(before) + cell.width() + 2;
      if (used > head.length() && used + width > format.columns() - INDENT) {
        rows.add(row.toString());
        row = new StringBuilder(indent);
        used = head.length();
      }
      row.append(before).append(cell.shown()).append("  ");
      used += width;
    }
    if (!cells.isEmpty()) {
      rows.add(row.toString());
    }
    return rows;
  }
}
