package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a text's lines around its nodes: blanks and comments. */
final class TextLines {
  private TextLines() {}

  /** The line's text without its line break. */
  static String content(YamlSource source, int line) {
    return source.text(new Extent(source.lineStart(line), source.lineContentEnd(line)));
  }

  /** Whether nothing but blanks and tabs stands on a line. */
  static boolean isBlank(YamlSource source, int line) {
    return firstVisible(source, line) == source.lineContentEnd(line);
  }

  /** Whether a comment is the first thing on a line. */
  static boolean isComment(YamlSource source, int line) {
    return source.at(firstVisible(source, line)) == '#';
  }

  /**
   * Offset of a line's first code point that is neither blank nor tab; its end if there is none.
   */
  static int firstVisible(YamlSource source, int line) {
    return skipBlanks(source, source.lineStart(line));
  }

  /** Whether only blanks and tabs stand between the start of its line and {@code offset}. */
  static boolean isFirstOnLine(YamlSource source, int offset) {
    return firstVisible(source, source.lineIndex(offset)) >= offset;
  }

  /** The offset behind the blanks and tabs at {@code offset}. */
  static int skipBlanks(YamlSource source, int offset) {
    int at = offset;
    while (source.at(at) == ' ' || source.at(at) == '\t') {
      at++;
    }
    return at;
  }

  /** Whether nothing but blanks and a comment stands between {@code offset} and its line's end. */
  static boolean isLastOnLine(YamlSource source, int offset) {
    int at = skipBlanks(source, offset);
    return source.at(at) == '#' || source.at(at) == -1 || YamlSource.isBreak(source.at(at));
  }

  /** The offset behind blanks, line breaks and comments: that of the next token. */
  static int nextToken(YamlSource source, int offset) {
    int at = offset;
    while (true) {
      at = skipBlanks(source, at);
      if (source.at(at) == '#') {
        at = source.lineContentEnd(source.lineIndex(at));
      } else if (source.at(at) != -1 && YamlSource.isBreak(source.at(at))) {
        at++;
      } else {
        return at;
      }
    }
  }

  /** The comment lines directly above the line of {@code offset}, at the same column. */
  static List<String> commentsAbove(YamlSource source, int offset) {
    List<String> comments = new ArrayList<>();
    int column = source.column(offset);
    for (int line = source.lineIndex(offset) - 1; line >= 0; line--) {
      int first = firstVisible(source, line);
      if (source.at(first) != '#' || source.column(first) != column) {
        break;
      }
      comments.add(source.text(new Extent(first, source.lineContentEnd(line))).stripTrailing());
    }
    Collections.reverse(comments);
    return comments;
  }

  /** The comment between {@code offset} and the end of its line; a colon may stand before it. */
  static @Nullable String commentBehind(YamlSource source, int offset) {
    int at = skipBlanks(source, offset);
    if (source.at(at) == ':') {
      at = skipBlanks(source, at + 1);
    }
    return source.at(at) == '#'
        ? source.text(new Extent(at, source.lineContentEnd(source.lineIndex(at)))).stripTrailing()
        : null;
  }
}
