package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.yaml.Visible;

/** Text for XML and HTML. */
final class Markup {
  private Markup() {}

  /**
   * Text of a config as it may stand between tags and in quoted attributes. What XML has no place
   * for, such as control characters, is shown as an escape.
   */
  static String text(String text) {
    String shown = Visible.of(text);
    StringBuilder escaped = new StringBuilder(shown.length() + 16);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** A line of a file; its tabs stay. */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    int start = 0;
    for (int tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', start)) {
      line.append(text(text.substring(start, tab))).append('\t');
      start = tab + 1;
    }
    return line.append(text(text.substring(start))).toString();
  }

  /** A length in pixels, with one digit behind the point at most. */
  static String number(double pixels) {
    long tenths = Math.round(Math.abs(pixels) * 10);
    String sign = pixels < 0 && tenths > 0 ? "-" : "";
    return sign + tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
  }
}
