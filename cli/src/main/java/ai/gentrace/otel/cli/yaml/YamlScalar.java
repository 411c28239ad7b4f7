package ai.gentrace.otel.cli.yaml;

/** A scalar. */
public final class YamlScalar extends YamlNode {
  YamlScalar(NodeTable table, int index) {
    super(table, index);
  }

  /** How a scalar is written. */
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /** The text without quotes, escapes and indentation; its type is not resolved. */
  public String value() {
    return table.text(index);
  }

  /** Whether that is its {@link #value}. */
  public boolean holds(String text) {
    return table.holds(index, text);
  }

  /** How the scalar is written. */
  public Style style() {
    return table.style(index);
  }

  /**
   * Whether this is null as the collector's parser resolves it: plain, untagged, empty or a word.
   */
  public boolean isNull() {
    return style() == Style.PLAIN && properties().tag() == null && isNull(value());
  }

  /** Whether a plain, untagged text is null as the collector's parser resolves it. */
  public static boolean isNull(String plain) {
    return switch (plain) {
      case "", "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  /** Whether nothing is written at all. */
  public boolean isImplicit() {
    return table.start(index) == table.end(index);
  }
}
