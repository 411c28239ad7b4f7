package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.yaml.Visible;
import java.util.List;

/**
 * The lines of text in a box and the space that they need, in the font that the pictures ask for.
 */
final class BoxText {
  /** Pixels from line to line. */
  static final int LINE = 16;

  /** Pixels between text and edge. */
  static final int PADDING = 11;

  /** Pixels that a character needs; a little more than monospaced fonts at 12 pixels take. */
  private static final double COLUMN = 7.35;

  private static final int MOST_COLUMNS = 44;

  private BoxText() {}

  static double width(String line) {
    return Math.ceil(Columns.of(line) * COLUMN);
  }

  /** The name, shortened in the middle where it is very long, and the note below it. */
  static List<String> lines(Node node) {
    String name = shortened(Visible.of(node.label()));
    return node.note().isEmpty() ? List.of(name) : List.of(name, node.note());
  }

  /** A lane's heading. */
  static String heading(Lane lane) {
    return shortened(Visible.of(lane.label()));
  }

  /** What stands behind a lane's name. */
  static String remark(Lane lane) {
    String gentrace = lane.gentrace() ? "to Gentrace" : "";
    boolean both = lane.gentrace() && !lane.note().isEmpty();
    return lane.note() + (both ? ", " : "") + gentrace;
  }

  private static String shortened(String text) {
    int[] characters = text.codePoints().toArray();
    if (Columns.of(text) <= MOST_COLUMNS) {
      return text;
    }
    int half = characters.length < MOST_COLUMNS ? characters.length / 3 : MOST_COLUMNS / 2 - 1;
    return new String(characters, 0, half)
        + "\u2026"
        + new String(characters, characters.length - half, half);
  }
}
