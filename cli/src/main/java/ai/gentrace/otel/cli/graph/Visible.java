package ai.gentrace.otel.cli.graph;

/** Text of a config made safe to look at. */
final class Visible {
  private Visible() {}

  /**
   * The text with what does not show itself as an escape: control characters, also those that move
   * a terminal's cursor, line breaks, characters that turn the direction of writing or have no
   * width, and halves of characters.
   */
  static String of(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (shows(c)) {
                shown.appendCodePoint(c);
              } else {
                escape(c, shown);
              }
            });
    return shown.toString();
  }

  /** The same with nothing outside ASCII. */
  static String ascii(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= ' ' && c < 0x7f) {
                shown.append((char) c);
              } else {
                escape(c, shown);
              }
            });
    return shown.toString();
  }

  private static void escape(int codePoint, StringBuilder to) {
    to.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
  }

  private static boolean shows(int codePoint) {
    boolean noCharacter =
        (codePoint & 0xfffe) == 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef);
    return !noCharacter && hasShape(codePoint);
  }

  private static boolean hasShape(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
