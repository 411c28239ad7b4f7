package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.List;

/**
 * A place for whole lines.
 *
 * @param line index of the line before which they come; the number of lines where they come behind
 *     a last line without a break
 */
record LineInsertion(YamlSource source, int line) {
  /**
   * The place behind a line that ends a collection, and behind the comments that follow it: blank
   * lines and comments at a smaller column stay below.
   *
   * @param column least column of a comment that belongs to the collection
   */
  static LineInsertion behind(YamlSource source, int lastLine, int column) {
    int line = lastLine + 1;
    for (int next = line; next < source.lineCount(); next++) {
      int first = TextLines.firstVisible(source, next);
      if (source.at(first) == '#' && source.column(first) >= column) {
        line = next + 1;
      } else if (!TextLines.isBlank(source, next)) {
        break;
      }
    }
    return new LineInsertion(source, line);
  }

  /** Whether the text ends without a break and the lines come behind it. */
  boolean isUnterminated() {
    return line >= source.lineCount();
  }

  /** The insertion of lines; at the end of a text without a final break it leaves none either. */
  TextEdit of(List<String> lines, int column, YamlPath path) {
    String lineBreak = new LineBreaks(source).near(line - 1);
    if (isUnterminated()) {
      String text = lineBreak + String.join(lineBreak, lines);
      return TextEdit.insertion(source.length(), text, column, path);
    }
    String text = String.join(lineBreak, lines) + lineBreak;
    return TextEdit.insertion(source.lineStart(line), text, column, path);
  }
}
