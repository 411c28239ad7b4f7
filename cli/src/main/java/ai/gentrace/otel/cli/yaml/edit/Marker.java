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

  /** The marker above the first of a block collection's children that has one, or null. */
  static @Nullable Marker in(YamlSource source, Children children) {
    int end = -1;
    for (Children.Child child : children.all()) {
      for (int line = source.lineIndex(child.start()) - 1; line > end; line--) {
        int first = TextLines.firstVisible(source, line);
        if (source.at(first) == '#') {
          String comment = source.text(new Extent(first, source.lineContentEnd(line)));
          if (isMarker(comment)) {
            String gone = comment.substring(PREFIX.length());
            return new Marker(line, gone.equals(NOTHING) ? "" : gone);
          }
        } else if (!TextLines.isBlank(source, line)) {
          break;
        }
      }
      end = BlockDeletion.lastLine(source, child);
    }
    return null;
  }
}
