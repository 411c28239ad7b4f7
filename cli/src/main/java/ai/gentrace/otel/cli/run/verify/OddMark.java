package ai.gentrace.otel.cli.run.verify;

/** Marks that are not the string {@code "true"}. */
enum OddMark {
  BOOLEAN_TRUE("true", "marked with boolean true"),
  STRING_FALSE("false", "marked \"false\""),
  UPPER_CASE("TRUE", "marked \"TRUE\"");

  private final String value;
  private final String spanName;

  OddMark(String value, String spanName) {
    this.value = value;
    this.spanName = spanName;
  }

  String value() {
    return value;
  }

  /** The one span that bears it. */
  String spanName() {
    return spanName;
  }
}
