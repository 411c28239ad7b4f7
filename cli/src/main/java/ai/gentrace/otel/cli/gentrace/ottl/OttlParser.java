package ai.gentrace.otel.cli.gentrace.ottl;

import ai.gentrace.otel.cli.gentrace.ottl.OttlCondition.Operator;
import ai.gentrace.otel.cli.gentrace.ottl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition as the collector's parser does: at each place the first alternative that
 * matches is taken and never reconsidered. A method returns null where its rule does not match; the
 * caller puts the position back.
 */
public final class OttlParser {
  /** More than any condition needs; keeps the recursion clear of the stack's end. */
  private static final int MAX_DEPTH = 200;

  /** A function that is never closed is tried twice at each level of nesting. */
  private static final int MAX_STEPS = 200_000;

  private final List<Token> tokens;
  private int position;
  private int furthest;
  private int depth;
  private int steps;
  private boolean exhausted;

  private OttlParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Parses a condition as the collector sees it, that is after {@code $$} became {@code $}. */
  public static OttlParse parse(String text) {
    try {
      OttlParser parser = new OttlParser(Lexer.tokens(text));
      OttlCondition condition = parser.anyOf();
      if (parser.exhausted) {
        return new OttlParse.TooComplex();
      }
      if (condition == null || !parser.at(Kind.END)) {
        return Diagnosis.ofTokens(parser.tokens, parser.furthest);
      }
      OttlParse.Refused misnamed = Diagnosis.ofFunctionNames(condition);
      return misnamed != null ? misnamed : new OttlParse.Parsed(condition);
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  private @Nullable OttlCondition anyOf() {
    return joined(Kind.OR, this::allOf, OttlCondition.AnyOf::new);
  }

  private @Nullable OttlCondition allOf() {
    return joined(Kind.AND, this::booleanValue, OttlCondition.AllOf::new);
  }

  private @Nullable OttlCondition joined(
      Kind operator,
      Supplier<@Nullable OttlCondition> part,
      java.util.function.Function<List<OttlCondition>, OttlCondition> join) {
    List<OttlCondition> parts = new ArrayList<>();
    OttlCondition next = part.get();
    while (next != null) {
      parts.add(next);
      int before = position;
      next = accept(operator) ? part.get() : null;
      if (next == null) {
        position = before;
      }
    }
    return parts.size() > 1 ? join.apply(parts) : parts.isEmpty() ? null : parts.get(0);
  }

  private @Nullable OttlCondition booleanValue() {
    if (!enter()) {
      return null;
    }
    boolean negated = accept(Kind.NOT);
    OttlCondition condition = firstOf(this::comparison, this::constant, this::parenthesised);
    depth--;
    return condition != null && negated ? new OttlCondition.Not(condition) : condition;
  }

  private @Nullable OttlCondition comparison() {
    OttlValue left = value();
    if (left == null || !at(Kind.COMPARISON)) {
      return null;
    }
    Operator operator = Operator.of(next().text());
    OttlValue right = value();
    return right == null ? null : new OttlCondition.Comparison(left, operator, right);
  }

  private @Nullable OttlCondition constant() {
    if (at(Kind.BOOLEAN)) {
      return new OttlCondition.Constant(next().text().equals("true"));
    }
    OttlValue.Function function = converter();
    return function == null ? null : new OttlCondition.Call(function);
  }

  private @Nullable OttlCondition parenthesised() {
    if (!accept(Kind.LEFT_PARENTHESIS)) {
      return null;
    }
    OttlCondition inner = anyOf();
    return inner != null && accept(Kind.RIGHT_PARENTHESIS) ? inner : null;
  }

  private @Nullable OttlValue value() {
    if (!enter()) {
      return null;
    }
    OttlValue value =
        firstOf(
            this::nil,
            this::lonelyLiteral,
            this::lambda,
            this::arithmetic,
            this::simple,
            this::map,
            this::list);
    depth--;
    return value;
  }

  private @Nullable OttlValue nil() {
    return accept(Kind.NIL) ? new OttlValue.Literal(null) : null;
  }

  private @Nullable OttlValue lonelyLiteral() {
    OttlValue literal = literal();
    return literal == null || at(Kind.ADD_SUB) || at(Kind.MULT_DIV) ? null : literal;
  }

  private @Nullable OttlValue literal() {
    return firstOf(this::editor, this::converter, this::number, this::path);
  }

  private @Nullable OttlValue number() {
    if (at(Kind.FLOAT)) {
      return new OttlValue.Literal(Double.valueOf(next().text()));
    }
    if (!at(Kind.INT)) {
      return null;
    }
    try {
      return new OttlValue.Literal(Long.valueOf(tokens.get(position).text()));
    } catch (NumberFormatException e) {
      return null;
    } finally {
      next();
    }
  }

  /** A lower-case name with parentheses. The grammar knows it, a condition may not hold it. */
  private OttlValue.@Nullable Function editor() {
    return at(Kind.LOWERCASE) ? function() : null;
  }

  private OttlValue.@Nullable Function converter() {
    return at(Kind.UPPERCASE) ? function() : null;
  }

  private OttlValue.@Nullable Function function() {
    int start = tokens.get(position).start();
    int before = furthest;
    String name = name();
    if (!accept(Kind.LEFT_PARENTHESIS)) {
      // Words beside each other only make a name in front of a parenthesis.
      furthest = before;
      return null;
    }
    List<OttlValue> parts = new ArrayList<>();
    if (!at(Kind.RIGHT_PARENTHESIS)) {
      do {
        OttlValue argument = argument();
        if (argument == null) {
          return null;
        }
        parts.add(argument);
      } while (accept(','));
    }
    if (!accept(Kind.RIGHT_PARENTHESIS)) {
      return null;
    }
    parts.addAll(keys());
    return new OttlValue.Function(name, parts, start);
  }

  private String name() {
    StringBuilder name = new StringBuilder(next().text());
    while (at(Kind.UPPERCASE) || at(Kind.LOWERCASE)) {
      name.append(next().text());
    }
    return name.toString();
  }

  private @Nullable OttlValue argument() {
    int before = position;
    if (at(Kind.LOWERCASE)) {
      name();
      if (!accept(Kind.EQUAL)) {
        position = before;
      }
    }
    return firstOf(this::value, this::functionName);
  }

  private @Nullable OttlValue functionName() {
    if (!at(Kind.UPPERCASE)) {
      return null;
    }
    int start = tokens.get(position).start();
    return new OttlValue.Function(name(), List.of(), start);
  }

  private OttlValue.@Nullable Path path() {
    int start = tokens.get(position).start();
    List<OttlValue.Segment> segments = new ArrayList<>();
    do {
      if (!at(Kind.LOWERCASE)) {
        return null;
      }
      String name = next().text();
      segments.add(new OttlValue.Segment(name, keys()));
    } while (accept('.'));
    return new OttlValue.Path(segments, start);
  }

  private List<OttlValue> keys() {
    List<OttlValue> keys = new ArrayList<>();
    while (true) {
      int before = position;
      OttlValue key = accept('[') ? firstOf(this::string, this::arithmetic) : null;
      if (key == null || !accept(']')) {
        position = before;
        return keys;
      }
      keys.add(key);
    }
  }

  private @Nullable OttlValue lambda() {
    if (!accept(Kind.LEFT_PARENTHESIS)) {
      return null;
    }
    if (!at(Kind.RIGHT_PARENTHESIS)) {
      do {
        if (!accept(Kind.LOWERCASE) && !accept(Kind.UNDERSCORE)) {
          return null;
        }
      } while (accept(','));
    }
    if (!accept(Kind.RIGHT_PARENTHESIS) || !accept(Kind.ARROW)) {
      return null;
    }
    int body = position;
    if (value() != null && !at(Kind.OR) && !at(Kind.AND) && !at(Kind.COMPARISON)) {
      return new OttlValue.Lambda();
    }
    position = body;
    return anyOf() == null ? null : new OttlValue.Lambda();
  }

  private @Nullable OttlValue arithmetic() {
    return joinedValues(Kind.ADD_SUB, () -> joinedValues(Kind.MULT_DIV, this::factor));
  }

  private @Nullable OttlValue joinedValues(Kind operator, Supplier<@Nullable OttlValue> part) {
    List<OttlValue> parts = new ArrayList<>();
    OttlValue next = part.get();
    while (next != null) {
      parts.add(next);
      int before = position;
      next = accept(operator) ? part.get() : null;
      if (next == null) {
        position = before;
      }
    }
    return parts.size() > 1 ? new OttlValue.Compound(parts) : parts.isEmpty() ? null : parts.get(0);
  }

  private @Nullable OttlValue factor() {
    if (!enter()) {
      return null;
    }
    boolean signed = accept(Kind.ADD_SUB);
    OttlValue value = firstOf(this::literal, this::parenthesisedArithmetic);
    depth--;
    return value != null && signed ? new OttlValue.Compound(List.of(value)) : value;
  }

  private @Nullable OttlValue parenthesisedArithmetic() {
    if (!accept(Kind.LEFT_PARENTHESIS)) {
      return null;
    }
    OttlValue inner = arithmetic();
    return inner != null && accept(Kind.RIGHT_PARENTHESIS) ? inner : null;
  }

  private @Nullable OttlValue simple() {
    Token token = tokens.get(position);
    return switch (token.kind()) {
      case BYTES -> {
        next();
        yield token.text().length() % 2 == 0 ? new OttlValue.Compound(List.of()) : null;
      }
      case STRING -> string();
      case BOOLEAN -> new OttlValue.Literal(next().text().equals("true"));
      case UPPERCASE -> {
        next();
        yield at(Kind.LOWERCASE) ? null : new OttlValue.Symbol(token.text(), token.start());
      }
      default -> null;
    };
  }

  private @Nullable OttlValue string() {
    return at(Kind.STRING) ? new OttlValue.Literal(next().text()) : null;
  }

  private @Nullable OttlValue map() {
    if (!accept(Kind.LEFT_BRACE)) {
      return null;
    }
    List<OttlValue> parts = new ArrayList<>();
    while (at(Kind.STRING)) {
      next();
      OttlValue value = accept(Kind.COLON) ? value() : null;
      if (value == null) {
        return null;
      }
      parts.add(value);
      accept(',');
    }
    return accept(Kind.RIGHT_BRACE) ? new OttlValue.Compound(parts) : null;
  }

  private @Nullable OttlValue list() {
    if (!accept('[')) {
      return null;
    }
    List<OttlValue> parts = new ArrayList<>();
    OttlValue value = value();
    while (value != null) {
      parts.add(value);
      int before = position;
      value = accept(',') ? value() : null;
      if (value == null) {
        position = before;
      }
    }
    return accept(']') ? new OttlValue.Compound(parts) : null;
  }

  /** The first alternative that matches; the position is put back before each. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  private <T> @Nullable T firstOf(Supplier<? extends @Nullable T>... alternatives) {
    int before = position;
    for (Supplier<? extends @Nullable T> alternative : alternatives) {
      position = before;
      T found = alternative.get();
      if (found != null) {
        return found;
      }
    }
    position = before;
    return null;
  }

  private boolean enter() {
    steps++;
    exhausted |= steps > MAX_STEPS || depth >= MAX_DEPTH;
    depth++;
    return !exhausted;
  }

  private boolean at(Kind kind) {
    return tokens.get(position).is(kind);
  }

  private Token next() {
    Token token = tokens.get(position);
    if (position < tokens.size() - 1) {
      position++;
      furthest = Math.max(furthest, position);
    }
    return token;
  }

  private boolean accept(Kind kind) {
    boolean accepted = at(kind);
    if (accepted) {
      next();
    }
    return accepted;
  }

  private boolean accept(char punctuation) {
    boolean accepted = tokens.get(position).is(punctuation);
    if (accepted) {
      next();
    }
    return accepted;
  }
}
