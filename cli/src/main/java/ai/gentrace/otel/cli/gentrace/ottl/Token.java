package ai.gentrace.otel.cli.gentrace.ottl;

/**
 * A token of a condition.
 *
 * @param start offset of its first character in the condition
 */
record Token(Kind kind, String text, int start) {
  /** Token kinds, tried in this order at each place, as the collector's lexer does. */
  enum Kind {
    BYTES("0x[a-fA-F0-9]+"),
    FLOAT("(?:\\d+\\.\\d*|\\d*\\.\\d+)(?:[eE][-+]?\\d+)?"),
    INT("\\d+"),
    STRING("\"(?:\\\\.|[^\\\\\"])*+\""),
    NIL("nil(?!\\w)"),
    NOT("not(?!\\w)"),
    OR("or(?!\\w)"),
    AND("and(?!\\w)"),
    COMPARISON("==|!=|>=|<=|>|<"),
    ARROW("=>"),
    ADD_SUB("[+-]"),
    MULT_DIV("[*/]"),
    BOOLEAN("(?:true|false)(?!\\w)"),
    EQUAL("="),
    LEFT_PARENTHESIS("\\("),
    RIGHT_PARENTHESIS("\\)"),
    LEFT_BRACE("\\{"),
    RIGHT_BRACE("\\}"),
    COLON(":"),
    PUNCTUATION("[,.\\[\\]]"),
    UPPERCASE("[A-Z][A-Z0-9_]*"),
    LOWERCASE("[a-z][a-z0-9_]*"),
    WHITESPACE("[\\t\\n\\f\\r ]+"),
    UNDERSCORE("_(?!\\w)"),
    /** Behind the last token. */
    END("");

    private final String pattern;

    Kind(String pattern) {
      this.pattern = pattern;
    }

    String pattern() {
      return pattern;
    }
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean is(char punctuation) {
    return kind == Kind.PUNCTUATION && text.charAt(0) == punctuation;
  }
}
