package ai.gentrace.otel.cli.graph;

/** Ids as people can see them, whatever stands in them. */
final class Labels {
  /** Longer ids than any pipeline needs would make every other one small. */
  private static final int MOST_CHARACTERS = 80;

  private Labels() {}

  /**
   * The id, cut where it is longer than anybody reads, with a replacement for each code point that
   * a terminal, a picture or a reader would not show as it is.
   */
  static String visible(String id) {
    if (id.isEmpty()) {
      return "(empty)";
    }
    String cut =
        id.codePointCount(0, id.length()) <= MOST_CHARACTERS
            ? id
            : id.substring(0, id.offsetByCodePoints(0, MOST_CHARACTERS)) + "...";
    return printable(cut);
  }

  /**
   * A text with a replacement for controls, directional marks, unassigned and private code points
   * and broken surrogates.
   */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    for (int codePoint : text.codePoints().toArray()) {
      if (isVisible(codePoint)) {
        printable.appendCodePoint(codePoint);
      } else {
        printable.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
      }
    }
    return printable.toString();
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /**
   * How many columns a terminal, or a monospaced font, takes for a text: East Asian characters and
   * emoji two, combining marks none.
   */
  static int width(String text) {
    int width = 0;
    for (int codePoint : text.codePoints().toArray()) {
      width += width(codePoint);
    }
    return width;
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        codePoint >= 0x1100
            && (codePoint <= 0x115F
                || between(codePoint, 0x2E80, 0xA4CF)
                || between(codePoint, 0xAC00, 0xD7A3)
                || between(codePoint, 0xF900, 0xFAFF)
                || between(codePoint, 0xFE30, 0xFE6F)
                || between(codePoint, 0xFF00, 0xFF60)
                || between(codePoint, 0xFFE0, 0xFFE6)
                || between(codePoint, 0x1F300, 0x1FAFF)
                || between(codePoint, 0x20000, 0x3FFFD));
    return wide ? 2 : 1;
  }

  private static boolean between(int codePoint, int first, int last) {
    return first <= codePoint && codePoint <= last;
  }
}
