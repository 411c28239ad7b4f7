package ai.gentrace.otel.cli.gentrace.ottl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a condition into tokens. */
final class Lexer {
  private static final Map<Token.Kind, Pattern> PATTERNS = patterns();

  private Lexer() {}

  /**
   * The tokens without white space, closed by {@link Token.Kind#END}.
   *
   * @throws RefusedException at the first character that begins no token, and for a string whose
   *     escapes Go does not read
   */
  static List<Token> tokens(String text) throws RefusedException {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Token token = next(text, at);
      at += token.text().length();
      if (token.is(Token.Kind.STRING)) {
        tokens.add(new Token(Token.Kind.STRING, GoString.unquote(token), token.start()));
      } else if (!token.is(Token.Kind.WHITESPACE)) {
        tokens.add(token);
      }
    }
    tokens.add(new Token(Token.Kind.END, "", text.length()));
    return tokens;
  }

  private static Token next(String text, int at) throws RefusedException {
    for (Map.Entry<Token.Kind, Pattern> entry : PATTERNS.entrySet()) {
      Matcher matcher = entry.getValue().matcher(text).region(at, text.length());
      if (matcher.lookingAt()) {
        return new Token(entry.getKey(), matcher.group(), at);
      }
    }
    throw new RefusedException(Diagnosis.ofCharacter(text, at));
  }

  private static Map<Token.Kind, Pattern> patterns() {
    Map<Token.Kind, Pattern> patterns = new EnumMap<>(Token.Kind.class);
    for (Token.Kind kind : Token.Kind.values()) {
      if (kind != Token.Kind.END) {
        patterns.put(kind, Pattern.compile(kind.pattern()));
      }
    }
    return patterns;
  }
}
