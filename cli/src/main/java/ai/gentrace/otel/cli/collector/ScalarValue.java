package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlScalar;

/**
 * A scalar, null included.
 *
 * @param node as written
 */
public record ScalarValue(YamlScalar node) implements Value {
  @Override
  public Place place() {
    return Place.of(node);
  }

  /** The text without quotes, nothing expanded. */
  public String text() {
    return node.value();
  }

  /** The type as written; a {@code ${...}} is a string here. */
  public ScalarType type() {
    return ScalarType.of(node);
  }

  /**
   * Whether the text holds an expression in a dollar's braces anywhere; a doubled dollar is a
   * literal one.
   */
  public boolean holdsExpression() {
    String text = node.value();
    for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
      if (text.startsWith("$$", at)) {
        at++;
      } else if (text.startsWith("${", at) && text.indexOf('}', at) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text is one {@code ${...}} and nothing else, so that its type is open. */
  public boolean isWholeExpression() {
    String text = node.value();
    if (!text.startsWith("${")) {
      return false;
    }
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.startsWith("${", at)) {
        depth++;
      } else if (text.charAt(at) == '}' && --depth == 0) {
        return at == text.length() - 1;
      }
    }
    return false;
  }
}
