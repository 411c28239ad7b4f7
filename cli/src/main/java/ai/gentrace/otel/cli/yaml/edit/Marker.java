package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import org.jspecify.annotations.Nullable;

/**
 * The comment line that says what had to give way to block children, so that it can come back: all
 * text that was deleted behind the colon, blanks included.
 *
 * @param line index of the comment's line
 * @param gone the deleted text; empty where nothing was written
 */
record Marker(int line, String gone) {
  private static final String PREFIX = "# gentrace-otel: was";
  private static final String NOTHING = " empty";

  /** The comment for a deleted text. */
  static String comment(String gone) {
    return PREFIX + (gone.isEmpty() ? NOTHING : gone);
  }

  /** Whether a comment is a marker. */
  static boolean isMarker(String comment) {
    return comment.startsWith(PREFIX);
  }

  /**
   * The marker directly above the first of a block collection's children that go, or above the
   * comments that go with it; null where there is none.
   *
   * @param line index of the first line that goes
   * @param column of the children
   */
  static @Nullable Marker above(YamlSource source, int line, int column) {
    int first = line == 0 ? 0 : TextLines.firstVisible(source, line - 1);
    if (line == 0 || source.at(first) != '#' || source.column(first) != column) {
      return null;
    }
    String comment = source.text(new Extent(first, source.lineContentEnd(line - 1)));
    if (!isMarker(comment)) {
      return null;
    }
    String gone = comment.substring(PREFIX.length());
    return new Marker(line - 1, gone.equals(NOTHING) ? "" : gone);
  }
}
