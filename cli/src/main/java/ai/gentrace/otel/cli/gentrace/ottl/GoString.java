package ai.gentrace.otel.cli.gentrace.ottl;

/** Double-quoted strings with the escapes of Go's {@code strconv.UnquoteChar}. */
final class GoString {
  private GoString() {}

  static String unquote(Token token) throws RefusedException {
    String quoted = token.text();
    StringBuilder text = new StringBuilder();
    int end = quoted.length() - 1;
    int at = 1;
    while (at < end) {
      char c = quoted.charAt(at);
      if (c != '\\') {
        text.append(c);
        at++;
        continue;
      }
      at = escape(token, at, text);
    }
    return text.toString();
  }

  /** Reads one escape; returns the offset behind it. */
  private static int escape(Token token, int at, StringBuilder text) throws RefusedException {
    String quoted = token.text();
    char kind = quoted.charAt(at + 1);
    int simple = "abfnrtv\\\"".indexOf(kind);
    if (simple >= 0) {
      text.append("\u0007\b\f\n\r\t\u000b\\\"".charAt(simple));
      return at + 2;
    }
    int digits =
        switch (kind) {
          case 'x' -> 2;
          case 'u' -> 4;
          case 'U' -> 8;
          default -> kind >= '0' && kind <= '7' ? 3 : 0;
        };
    boolean octal = digits == 3;
    int from = octal ? at + 1 : at + 2;
    int value = number(quoted, from, digits, octal ? 8 : 16);
    boolean valid =
        digits > 0
            && value >= 0
            && (octal ? value <= 255 : Character.isValidCodePoint(value))
            && (value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE);
    if (!valid) {
      throw refused(
          token,
          at,
          "The escape \\" + kind + " is none that OTTL strings have.",
          "Write a backslash itself as \\\\.");
    }
    text.appendCodePoint(value);
    return from + digits;
  }

  /** The number of exactly {@code digits} digits, or -1. */
  private static int number(String quoted, int from, int digits, int radix) {
    if (from + digits > quoted.length() - 1) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(quoted.charAt(i), radix);
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value > Integer.MAX_VALUE ? -1 : (int) value;
  }

  private static RefusedException refused(Token token, int at, String reason, String help) {
    return new RefusedException(new OttlParse.Refused(token.start() + at, reason, help));
  }
}
