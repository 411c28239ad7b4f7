package ai.gentrace.otel.cli.yaml.edit;

import java.util.regex.Pattern;

/** Writes scalars on one line: never folded, quoted where their text or place needs it. */
final class ScalarText {
  private static final Pattern JSON_LITERAL =
      Pattern.compile("true|false|null|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private ScalarText() {}

  /** For a block collection. */
  static String inBlock(NewScalar scalar) {
    return text(scalar, false);
  }

  /** For a collection in brackets. */
  static String inFlow(NewScalar scalar) {
    return scalar.text().isEmpty() && scalar.isNull() ? "null" : text(scalar, true);
  }

  /** For a file that is JSON as well. */
  static String inJson(NewScalar scalar) {
    if (scalar.isNull()) {
      return "null";
    }
    boolean literal =
        scalar.style() == NewScalar.Style.PLAIN && JSON_LITERAL.matcher(scalar.text()).matches();
    return literal ? scalar.text() : doubleQuoted(scalar.text());
  }

  private static String text(NewScalar scalar, boolean flow) {
    String text = scalar.text();
    return switch (scalar.style()) {
      case PLAIN -> scalar.isNull() || PlainText.isSafe(text, flow) ? text : quoted(text);
      case SINGLE_QUOTED -> quoted(text);
      case DOUBLE_QUOTED -> doubleQuoted(text);
    };
  }

  /** Single quotes, double ones where the text holds a quote, a backslash or a control. */
  private static String quoted(String text) {
    boolean simple =
        text.codePoints().allMatch(c -> c != '\'' && c != '\\' && c != 0xFEFF && !isControl(c));
    return simple ? '\'' + text + '\'' : doubleQuoted(text);
  }

  private static boolean isControl(int codePoint) {
    return codePoint < ' '
        || (codePoint >= 0x7F && codePoint <= 0xA0)
        || codePoint == 0x2028
        || codePoint == 0x2029;
  }

  private static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                  if (isControl(c) || c == 0xFEFF) {
                    quoted.append(String.format("\\u%04X", c));
                  } else {
                    quoted.appendCodePoint(c);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
