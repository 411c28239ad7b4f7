package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Severity;

/** Colours of a terminal, as its escape sequences call them. */
enum Ink {
  NONE(""),
  BOLD("1"),
  FAINT("2"),
  RED("31"),
  YELLOW("33"),
  CYAN("36"),
  GENTRACE("1;35");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String paint(String text) {
    return this == NONE || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  static Ink of(Severity level) {
    return switch (level) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case INFO -> CYAN;
    };
  }
}
