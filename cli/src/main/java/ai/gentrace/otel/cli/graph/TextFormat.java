package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Severity;

/**
 * How a terminal shows the text format.
 *
 * @param columns its width
 * @param unicode whether it shows more than ASCII
 * @param colored whether to use colours
 */
public record TextFormat(int columns, boolean unicode, boolean colored) {
  /** For files and pipes. */
  public static final int USUAL_COLUMNS = 100;

  String arrow(boolean gentrace) {
    return unicode ? (gentrace ? "\u2501\u25b6 " : "\u2500\u25b6 ") : (gentrace ? "=> " : "-> ");
  }

  String line() {
    return unicode ? "\u2500" : "-";
  }

  /** An id in the characters that the terminal has. */
  String shown(String label) {
    if (unicode) {
      return label;
    }
    StringBuilder ascii = new StringBuilder();
    for (int codePoint : label.codePoints().toArray()) {
      if (codePoint < 0x7f) {
        ascii.appendCodePoint(codePoint);
      } else {
        ascii.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
      }
    }
    return ascii.toString();
  }

  String handOver() {
    return unicode ? "\u21e2" : "~>";
  }

  String mark(Severity level) {
    return switch (level) {
      case ERROR -> unicode ? "\u2717" : "x";
      case WARNING -> "!";
      case INFO -> "i";
    };
  }

  String gentrace(String text) {
    return wrap("1;36", text);
  }

  String bold(String text) {
    return wrap("1", text);
  }

  String dim(String text) {
    return wrap("2", text);
  }

  String level(Severity level, String text) {
    return switch (level) {
      case ERROR -> wrap("31", text);
      case WARNING -> wrap("33", text);
      case INFO -> wrap("36", text);
    };
  }

  private String wrap(String code, String text) {
    return colored && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
