package ai.gentrace.otel.cli.yaml;

/** Text of a config made safe to look at. */
public final class Visible {
  private static final int NOTHING = -1;

  private Visible() {}

  /**
   * The text with what does not show itself as an escape: control characters, also those that move
   * a terminal's cursor, line breaks, characters that turn the direction of writing or have no
   * width, and halves of characters.
   */
  public static String of(String text) {
    return isPlain(text, NOTHING) ? text : escaped(text, NOTHING);
  }

  /** The same, with line breaks as they are. */
  public static String lines(String text) {
    return isPlain(text, '\n') ? text : escaped(text, '\n');
  }

  private static boolean isPlain(String text, int kept) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c >= 0x7f) && c != kept) {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String text, int kept) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == kept || shows(c)) {
                shown.appendCodePoint(c);
              } else {
                escape(c, shown);
              }
            });
    return shown.toString();
  }

  /** The same with nothing outside ASCII. */
  public static String ascii(String text) {
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
