package ai.gentrace.otel.cli.yaml.edit;

import java.util.stream.Collectors;

/** Writes new nodes in brackets, without comments. */
final class FlowText {
  private final boolean json;

  private FlowText(boolean json) {
    this.json = json;
  }

  static FlowText yaml() {
    return new FlowText(false);
  }

  /** With everything quoted that JSON quotes. */
  static FlowText json() {
    return new FlowText(true);
  }

  /** An entry on one line. */
  String onOneLine(NewEntry entry) {
    return key(entry) + onOneLine(entry.value());
  }

  /** A node on one line. */
  String onOneLine(NewNode node) {
    if (node instanceof NewMapping mapping) {
      return bracketed(
          "{",
          mapping.entries().stream().map(this::onOneLine).collect(Collectors.joining(", ")),
          "}",
          mapping.spaced());
    }
    if (node instanceof NewSequence list) {
      return bracketed(
          "[",
          list.items().stream()
              .map(item -> onOneLine(item.node()))
              .collect(Collectors.joining(", ")),
          "]",
          list.spaced());
    }
    NewScalar scalar = (NewScalar) node;
    return json ? ScalarText.inJson(scalar) : ScalarText.inFlow(scalar);
  }

  /**
   * An entry that begins at a column, with one entry of each mapping a line.
   *
   * @param step blanks from a mapping to its entries
   */
  String onLines(NewEntry entry, int column, int step, String lineBreak) {
    return key(entry) + onLines(entry.value(), column, step, lineBreak);
  }

  /** A node whose closing bracket comes to a column, with one entry of each mapping a line. */
  String onLines(NewNode node, int column, int step, String lineBreak) {
    if (!(node instanceof NewMapping mapping) || mapping.entries().isEmpty()) {
      return onOneLine(node);
    }
    String inner = lineBreak + " ".repeat(column + step);
    return mapping.entries().stream()
        .map(entry -> inner + onLines(entry, column + step, step, lineBreak))
        .collect(Collectors.joining(",", "{", lineBreak + " ".repeat(column) + "}"));
  }

  private String key(NewEntry entry) {
    return onOneLine(NewScalar.string(entry.key())) + ": ";
  }

  private static String bracketed(String open, String inner, String close, boolean spaced) {
    String blank = spaced && !inner.isEmpty() ? " " : "";
    return open + blank + inner + blank + close;
  }
}
