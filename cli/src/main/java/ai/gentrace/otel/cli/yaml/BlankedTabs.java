package ai.gentrace.otel.cli.yaml;

import java.util.BitSet;

/**
 * A copy of a text, of equal length, in which tabs between tokens are blanks. SnakeYAML refuses
 * such tabs, the collector's parser takes them; the marks of the copy are true for the text.
 *
 * <p>A parse stops at the first such tab. To find the others without a parse for each, all that
 * look alike are blanked, and those that turn out to be data are given back.
 */
final class BlankedTabs {
  private final YamlSource source;
  private final StringBuilder copy;

  /** Offsets of the tabs that are blanks now. */
  private final BitSet blanked = new BitSet();

  private final BitSet givenBack = new BitSet();

  BlankedTabs(YamlSource source) {
    this.source = source;
    this.copy = new StringBuilder(source.text());
  }

  String text() {
    return copy.toString();
  }

  /**
   * Blanks a tab and all behind it that look as if no scalar holds them; false if nothing was done.
   */
  boolean blankFrom(int tab) {
    int before = blanked.cardinality();
    int at = tab;
    while (at < source.length()) {
      int end = at;
      while (isBlank(source.at(end))) {
        end++;
      }
      if (end > at && isBetweenTokens(at, end)) {
        blank(at, end);
      }
      at = end + 1;
    }
    return blanked.cardinality() > before;
  }

  private void blank(int from, int to) {
    for (int at = from; at < to; at++) {
      if (source.at(at) == '\t' && !givenBack.get(at)) {
        blanked.set(at);
        copy.setCharAt(source.unit(at), ' ');
      }
    }
  }

  /** Gives the tabs back that are in scalars; false if there were none. */
  boolean giveBackData(NodeTable table) {
    boolean any = false;
    for (int index = 0; index < table.size(); index++) {
      if (!table.isScalar(index)) {
        continue;
      }
      int from = table.start(index);
      if (table.isBlock(index)) {
        from = source.lineContentEnd(source.lineIndex(from));
      }
      int at = blanked.nextSetBit(from);
      while (at >= 0 && at < table.end(index)) {
        any = true;
        blanked.clear(at);
        givenBack.set(at);
        copy.setCharAt(source.unit(at), '\t');
        at = blanked.nextSetBit(at);
      }
    }
    return any;
  }

  /**
   * Whether the collector's parser takes tabs as blanks: behind a token of the same line that no
   * key may follow, and between two comments on lines of their own.
   *
   * @param from where the blanks that hold the tabs begin
   * @param to where they end
   */
  private boolean isBetweenTokens(int from, int to) {
    int line = source.lineIndex(from);
    int start = source.lineStart(line);
    int before = from - 1;
    while (before >= start && isBlank(source.at(before))) {
      before--;
    }
    if (before >= start) {
      int codePoint = source.at(before);
      boolean alone = before == start || isBlank(source.at(before - 1));
      return !(alone && (codePoint == '-' || codePoint == '?'))
          && !(codePoint == ':' && before == firstOf(line));
    }
    if (line == 0 || source.at(firstOf(line - 1)) != '#') {
      return false;
    }
    int next = to;
    while (isBlank(source.at(next)) || YamlSource.isBreak(source.at(next))) {
      next++;
    }
    return source.at(next) == '#';
  }

  /** The first code point of a line that is no blank, or what ends the line. */
  private int firstOf(int line) {
    int at = source.lineStart(line);
    while (isBlank(source.at(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(int codePoint) {
    return codePoint == ' ' || codePoint == '\t';
  }
}
