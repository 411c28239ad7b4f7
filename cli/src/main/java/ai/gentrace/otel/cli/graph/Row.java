package ai.gentrace.otel.cli.graph;

import java.util.ArrayList;
import java.util.List;

/** A line of text in several colours, whose width is known. */
final class Row {
  private record Piece(String text, Ink ink) {}

  private final List<Piece> pieces = new ArrayList<>();
  private int width;

  Row add(String text, Ink ink) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, ink));
      width += Columns.of(text);
    }
    return this;
  }

  Row add(String text) {
    return add(text, Ink.NONE);
  }

  Row add(Row other) {
    other.pieces.forEach(piece -> add(piece.text, piece.ink));
    return this;
  }

  /** Fills up with blanks. */
  Row pad(int columns) {
    return add(" ".repeat(Math.max(0, columns - width)));
  }

  int width() {
    return width;
  }

  /** The row without blanks at its end. */
  String render(boolean colored) {
    StringBuilder line = new StringBuilder();
    for (Piece piece : pieces) {
      line.append(colored ? piece.ink.paint(piece.text) : piece.text);
    }
    return line.toString().stripTrailing();
  }

  /** The row in pieces of at most a width. */
  List<Row> split(int columns) {
    List<Row> rows = new ArrayList<>();
    Row current = new Row();
    for (Piece piece : pieces) {
      StringBuilder text = new StringBuilder();
      int used = current.width;
      for (int codePoint : piece.text.codePoints().toArray()) {
        int more = Columns.of(codePoint);
        if (used + more > columns && used > 0) {
          rows.add(current.add(text.toString(), piece.ink));
          current = new Row();
          text.setLength(0);
          used = 0;
        }
        text.appendCodePoint(codePoint);
        used += more;
      }
      current.add(text.toString(), piece.ink);
    }
    rows.add(current);
    return rows;
  }

  /**
   * Words in as few rows as fit a width; a word that is too wide alone is split.
   *
   * @param between what stands between two words of a row
   * @param before what a row begins with that continues another
   */
  static List<Row> fill(List<Row> words, Row between, Row before, int columns) {
    List<Row> rows = new ArrayList<>();
    Row current = new Row();
    boolean first = true;
    for (Row word : words) {
      if (!first && current.width + between.width + word.width > columns) {
        rows.addAll(current.split(columns));
        current = new Row().add(before).add(word);
      } else {
        current.add(first ? new Row() : between).add(word);
      }
      first = false;
    }
    rows.addAll(current.split(columns));
    return rows;
  }
}
