package ai.gentrace.otel.cli;

/** Colours for one stream, or none: the same text with or without escape sequences. */
enum Style {
  PLAIN,
  COLORED;

  String bold(String text) {
    return wrap("1", text);
  }

  String red(String text) {
    return wrap("31", text);
  }

  String green(String text) {
    return wrap("32", text);
  }

  String yellow(String text) {
    return wrap("33", text);
  }

  String cyan(String text) {
    return wrap("36", text);
  }

  private String wrap(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
