package ai.gentrace.otel.cli.gentrace.ottl;

import ai.gentrace.otel.cli.gentrace.ottl.OttlParse.Refused;
import ai.gentrace.otel.cli.gentrace.ottl.Token.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words why a condition is refused. */
final class Diagnosis {
  private Diagnosis() {}

  /** A character that begins no token. */
  static Refused ofCharacter(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '\'' -> new Refused(at, "OTTL has no single quotes.", "Put strings in double quotes.");
      case '"' -> new Refused(at, "A string is not closed.", "Add the closing double quote.");
      case '&' -> new Refused(at, "OTTL has no `&`.", "Write `and`.");
      case '|' -> new Refused(at, "OTTL has no `|`.", "Write `or`.");
      case '!' -> new Refused(at, "OTTL has no `!` by itself.", "Write `not`.");
      default -> {
        String shown = Character.toString(text.codePointAt(at));
        yield new Refused(at, "OTTL does not know the character `" + shown + "`.", "");
      }
    };
  }

  /**
   * Tokens that make no condition.
   *
   * @param furthest index of the first token that fits no rule
   */
  static Refused ofTokens(List<Token> tokens, int furthest) {
    if (tokens.size() == 1) {
      return new Refused(0, "The condition is empty.", "Remove the item, or write a condition.");
    }
    Token token = tokens.get(furthest);
    @Nullable Token before = furthest == 0 ? null : tokens.get(furthest - 1);
    Token keyword = upperCaseKeyword(tokens);
    if (keyword != null) {
      String right = keyword.text().toLowerCase(Locale.ROOT);
      return new Refused(
          keyword.start(),
          "OTTL's keywords are lower-case: `" + keyword.text() + "` is none.",
          "Write `" + right + "`.");
    }
    for (Token each : tokens) {
      if (each.is(Kind.LOWERCASE) && each.text().equals("where")) {
        return new Refused(
            each.start(),
            "This is a statement, and the filter processor takes conditions.",
            "Keep only what stands behind `where`.");
      }
    }
    if (token.is(Kind.EQUAL)) {
      return new Refused(token.start(), "A single `=` compares nothing.", "Write `==`.");
    }
    if (token.is(Kind.COMPARISON) && before != null && before.is(Kind.RIGHT_PARENTHESIS)) {
      return new Refused(
          token.start(),
          "A condition in parentheses cannot be compared.",
          "Write `not (...)` where `(...) == false` was meant.");
    }
    Refused open = unclosed(tokens);
    if (open != null) {
      return open;
    }
    if (token.is(Kind.END)) {
      return new Refused(
          token.start(),
          "The condition ends too early.",
          "Compare the value with something, such as `== \"true\"`.");
    }
    return new Refused(token.start(), "`" + shown(token) + "` cannot stand here.", "");
  }

  private static @Nullable Refused unclosed(List<Token> tokens) {
    int parentheses = 0;
    int brackets = 0;
    for (Token token : tokens) {
      parentheses += token.is(Kind.LEFT_PARENTHESIS) ? 1 : 0;
      parentheses -= token.is(Kind.RIGHT_PARENTHESIS) ? 1 : 0;
      brackets += token.is('[') ? 1 : 0;
      brackets -= token.is(']') ? 1 : 0;
    }
    int end = tokens.get(tokens.size() - 1).start();
    if (parentheses > 0) {
      return new Refused(end, "A parenthesis is not closed.", "Add `)`.");
    }
    return brackets > 0 ? new Refused(end, "A bracket is not closed.", "Add `]`.") : null;
  }

  private static @Nullable Token upperCaseKeyword(List<Token> tokens) {
    for (Token token : tokens) {
      boolean keyword =
          switch (token.text()) {
            case "AND", "OR", "NOT" -> token.is(Kind.UPPERCASE);
            default -> false;
          };
      if (keyword) {
        return token;
      }
    }
    return null;
  }

  private static String shown(Token token) {
    return token.is(Kind.STRING) ? '"' + token.text() + '"' : token.text();
  }

  /** Functions that begin with a lower-case letter, which only statements may call. */
  static @Nullable Refused ofFunctionNames(OttlCondition condition) {
    for (OttlValue value : OttlParts.of(condition)) {
      if (value instanceof OttlValue.Function function
          && Character.isLowerCase(function.name().charAt(0))) {
        return new Refused(
            function.start(),
            "`" + function.name() + "` is no function that a condition can call.",
            "Functions in conditions begin with a capital letter.");
      }
    }
    return null;
  }
}
