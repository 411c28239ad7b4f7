package ai.gentrace.otel.cli.report;

/** Colours for one stream, or none: the same text with or without escape sequences. */
public enum Style {
  PLAIN,
  COLORED;

  /** With that look. */
  public String bold(String text) {
    return wrap("1", text);
  }

  /** With that look. */
  public String red(String text) {
    return wrap("31", text);
  }

  /** With that look. */
  public String green(String text) {
    return wrap("32", text);
  }

  /** With that look. */
  public String yellow(String text) {
    return wrap("33", text);
  }

  /** With that look. */
  public String cyan(String text) {
    return wrap("36", text);
  }

  private String wrap(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
