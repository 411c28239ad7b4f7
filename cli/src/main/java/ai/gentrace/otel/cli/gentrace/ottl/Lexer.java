package ai.gentrace.otel.cli.gentrace.ottl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a condition into tokens. */
final class Lexer {
  private static final Token.Kind[] KINDS = Token.Kind.values();

  /** A group for each kind, in their order: the first that matches is taken. */
  private static final Pattern TOKEN = token();

  private Lexer() {}

  /**
   * The tokens without white space, closed by {@link Token.Kind#END}.
   *
   * @throws RefusedException at the first character that begins no token, and for a string whose
   *     escapes Go does not read
   */
  static List<Token> tokens(String text) throws RefusedException {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        throw new RefusedException(Diagnosis.ofCharacter(text, at));
      }
      Token token = new Token(kind(matcher), matcher.group(), at);
      at = matcher.end();
      if (token.is(Token.Kind.STRING)) {
        tokens.add(new Token(Token.Kind.STRING, GoString.unquote(token), token.start()));
      } else if (!token.is(Token.Kind.WHITESPACE)) {
        tokens.add(token);
      }
    }
    tokens.add(new Token(Token.Kind.END, "", text.length()));
    return tokens;
  }

  private static Token.Kind kind(Matcher matcher) {
    int group = 1;
    while (matcher.start(group) < 0) {
      group++;
    }
    return KINDS[group - 1];
  }

  private static Pattern token() {
    StringBuilder regex = new StringBuilder();
    for (Token.Kind kind : KINDS) {
      if (kind != Token.Kind.END) {
        regex.append(regex.length() == 0 ? "(" : "|(").append(kind.pattern()).append(')');
      }
    }
    return Pattern.compile(regex.toString());
  }
}
