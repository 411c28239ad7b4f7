package ai.gentrace.otel.cli.gentrace.ottl;

import ai.gentrace.otel.cli.gentrace.ottl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules for what a condition compares. Each returns null where it does not match. */
final class ValueRules {
  private final Cursor cursor;
  private final Supplier<@Nullable OttlCondition> condition;

  /**
   * @param condition the rule for conditions, which lambdas may hold
   */
  ValueRules(Cursor cursor, Supplier<@Nullable OttlCondition> condition) {
    this.cursor = cursor;
    this.condition = condition;
  }

  @Nullable OttlValue value() {
    return cursor.nested(
        () ->
            cursor.firstOf(
                this::nil,
                this::lonelyLiteral,
                this::lambda,
                this::arithmetic,
                this::simple,
                this::map,
                this::list));
  }

  /** A name that begins with an upper-case letter, with parentheses. */
  OttlValue.@Nullable Function converter() {
    return cursor.at(Kind.UPPERCASE) ? function() : null;
  }

  /** A lower-case name with parentheses. The grammar knows it, a condition may not hold it. */
  private OttlValue.@Nullable Function editor() {
    return cursor.at(Kind.LOWERCASE) ? function() : null;
  }

  private @Nullable OttlValue nil() {
    return cursor.accept(Kind.NIL) ? new OttlValue.Literal(null) : null;
  }

  private @Nullable OttlValue lonelyLiteral() {
    OttlValue literal = literal();
    boolean operand = cursor.at(Kind.ADD_SUB) || cursor.at(Kind.MULT_DIV);
    return operand ? null : literal;
  }

  private @Nullable OttlValue literal() {
    return cursor.firstOf(this::editor, this::converter, this::number, this::path);
  }

  private @Nullable OttlValue number() {
    if (cursor.at(Kind.FLOAT)) {
      return new OttlValue.Literal(Double.valueOf(cursor.next().text()));
    }
    if (!cursor.at(Kind.INT)) {
      return null;
    }
    try {
      return new OttlValue.Literal(Long.valueOf(cursor.next().text()));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private OttlValue.@Nullable Function function() {
    int start = cursor.token().start();
    int words = words();
    if (!cursor.behind(words).is(Kind.LEFT_PARENTHESIS)) {
      return null;
    }
    String name = name(words);
    cursor.accept(Kind.LEFT_PARENTHESIS);
    List<OttlValue> parts = new ArrayList<>();
    if (!cursor.at(Kind.RIGHT_PARENTHESIS)) {
      do {
        OttlValue argument = argument();
        if (argument == null) {
          return null;
        }
        parts.add(argument);
      } while (cursor.accept(','));
    }
    if (!cursor.accept(Kind.RIGHT_PARENTHESIS)) {
      return null;
    }
    parts.addAll(keys());
    return new OttlValue.Function(name, parts, start);
  }

  /** How many words stand here: together they make a name. */
  private int words() {
    int words = 0;
    while (cursor.behind(words).is(Kind.UPPERCASE) || cursor.behind(words).is(Kind.LOWERCASE)) {
      words++;
    }
    return words;
  }

  private String name(int words) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < words; i++) {
      name.append(cursor.next().text());
    }
    return name.toString();
  }

  private @Nullable OttlValue argument() {
    int words = cursor.at(Kind.LOWERCASE) ? words() : 0;
    if (words > 0 && cursor.behind(words).is(Kind.EQUAL)) {
      name(words);
      cursor.accept(Kind.EQUAL);
    }
    return cursor.firstOf(this::value, this::functionName);
  }

  private @Nullable OttlValue functionName() {
    int start = cursor.token().start();
    return cursor.at(Kind.UPPERCASE)
        ? new OttlValue.Function(name(words()), List.of(), start)
        : null;
  }

  private OttlValue.@Nullable Path path() {
    int start = cursor.token().start();
    List<OttlValue.Segment> segments = new ArrayList<>();
    do {
      if (!cursor.at(Kind.LOWERCASE)) {
        return null;
      }
      String name = cursor.next().text();
      segments.add(new OttlValue.Segment(name, keys()));
    } while (cursor.accept('.'));
    return new OttlValue.Path(segments, start);
  }

  private List<OttlValue> keys() {
    List<OttlValue> keys = new ArrayList<>();
    OttlValue key = cursor.firstOf(this::key);
    while (key != null) {
      keys.add(key);
      key = cursor.firstOf(this::key);
    }
    return keys;
  }

  private @Nullable OttlValue key() {
    if (!cursor.accept('[')) {
      return null;
    }
    OttlValue key = cursor.firstOf(this::string, this::literal, this::arithmetic);
    return key != null && cursor.accept(']') ? key : null;
  }

  private @Nullable OttlValue lambda() {
    if (!cursor.accept(Kind.LEFT_PARENTHESIS)) {
      return null;
    }
    if (!cursor.at(Kind.RIGHT_PARENTHESIS)) {
      do {
        if (!cursor.accept(Kind.LOWERCASE) && !cursor.accept(Kind.UNDERSCORE)) {
          return null;
        }
      } while (cursor.accept(','));
    }
    if (!cursor.accept(Kind.RIGHT_PARENTHESIS) || !cursor.accept(Kind.ARROW)) {
      return null;
    }
    return cursor.firstOf(
        () -> value() != null && !isOperand() ? new OttlValue.Lambda() : null,
        () -> condition.get() != null ? new OttlValue.Lambda() : null);
  }

  /** Whether what was read before is only a part of a condition. */
  private boolean isOperand() {
    return cursor.at(Kind.OR) || cursor.at(Kind.AND) || cursor.at(Kind.COMPARISON);
  }

  private @Nullable OttlValue arithmetic() {
    return joined(Kind.ADD_SUB, () -> joined(Kind.MULT_DIV, this::factor));
  }

  private @Nullable OttlValue joined(Kind operator, Supplier<@Nullable OttlValue> part) {
    List<OttlValue> parts = cursor.separated(() -> cursor.accept(operator), part);
    return parts.size() > 1 ? new OttlValue.Compound(parts) : parts.isEmpty() ? null : parts.get(0);
  }

  private @Nullable OttlValue factor() {
    return cursor.nested(
        () -> {
          boolean signed = cursor.accept(Kind.ADD_SUB);
          OttlValue value = cursor.firstOf(this::literal, this::parenthesisedArithmetic);
          return value != null && signed ? new OttlValue.Compound(List.of(value)) : value;
        });
  }

  private @Nullable OttlValue parenthesisedArithmetic() {
    if (!cursor.accept(Kind.LEFT_PARENTHESIS)) {
      return null;
    }
    OttlValue inner = arithmetic();
    return inner != null && cursor.accept(Kind.RIGHT_PARENTHESIS) ? inner : null;
  }

  private @Nullable OttlValue simple() {
    Token token = cursor.token();
    return switch (token.kind()) {
      case BYTES -> {
        cursor.next();
        yield token.text().length() % 2 == 0 ? new OttlValue.Compound(List.of()) : null;
      }
      case STRING -> string();
      case BOOLEAN -> new OttlValue.Literal(cursor.next().text().equals("true"));
      case UPPERCASE -> {
        cursor.next();
        yield cursor.at(Kind.LOWERCASE) ? null : new OttlValue.Symbol(token.text(), token.start());
      }
      default -> null;
    };
  }

  private @Nullable OttlValue string() {
    return cursor.at(Kind.STRING) ? new OttlValue.Literal(cursor.next().text()) : null;
  }

  private @Nullable OttlValue map() {
    if (!cursor.accept(Kind.LEFT_BRACE)) {
      return null;
    }
    List<OttlValue> parts = new ArrayList<>();
    while (cursor.at(Kind.STRING)) {
      cursor.next();
      OttlValue value = cursor.accept(Kind.COLON) ? value() : null;
      if (value == null) {
        return null;
      }
      parts.add(value);
      cursor.accept(',');
    }
    return cursor.accept(Kind.RIGHT_BRACE) ? new OttlValue.Compound(parts) : null;
  }

  private @Nullable OttlValue list() {
    if (!cursor.accept('[')) {
      return null;
    }
    List<OttlValue> parts = cursor.separated(() -> cursor.accept(','), this::value);
    return cursor.accept(']') ? new OttlValue.Compound(parts) : null;
  }
}
