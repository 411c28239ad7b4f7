package ai.gentrace.otel.cli.gentrace.ottl;

import ai.gentrace.otel.cli.gentrace.ottl.OttlCondition.Operator;
import ai.gentrace.otel.cli.gentrace.ottl.Token.Kind;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition as the collector's parser does: at each place the first alternative that
 * matches is taken and never reconsidered.
 */
public final class OttlParser {
  private final Cursor cursor;
  private final ValueRules values;

  private OttlParser(Cursor cursor) {
    this.cursor = cursor;
    this.values = new ValueRules(cursor, this::anyOf);
  }

  /** Parses a condition as the collector sees it, that is after {@code $$} became {@code $}. */
  public static OttlParse parse(String text) {
    try {
      Cursor cursor = new Cursor(Lexer.tokens(text));
      OttlCondition condition = new OttlParser(cursor).anyOf();
      if (cursor.isExhausted()) {
        return new OttlParse.TooComplex();
      }
      if (condition == null || !cursor.at(Kind.END)) {
        return cursor.diagnosis();
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
      Function<List<OttlCondition>, OttlCondition> join) {
    List<OttlCondition> parts = cursor.separated(() -> cursor.accept(operator), part);
    return parts.size() > 1 ? join.apply(parts) : parts.isEmpty() ? null : parts.get(0);
  }

  private @Nullable OttlCondition booleanValue() {
    return cursor.nested(
        () -> {
          boolean negated = cursor.accept(Kind.NOT);
          OttlCondition condition =
              cursor.firstOf(this::comparison, this::constant, this::parenthesised);
          return condition != null && negated ? new OttlCondition.Not(condition) : condition;
        });
  }

  private @Nullable OttlCondition comparison() {
    OttlValue left = values.value();
    if (left == null || !cursor.at(Kind.COMPARISON)) {
      return null;
    }
    Operator operator = Operator.of(cursor.next().text());
    OttlValue right = values.value();
    return right == null ? null : new OttlCondition.Comparison(left, operator, right);
  }

  private @Nullable OttlCondition constant() {
    if (cursor.at(Kind.BOOLEAN)) {
      return new OttlCondition.Constant(cursor.next().text().equals("true"));
    }
    OttlValue.Function function = values.converter();
    return function == null ? null : new OttlCondition.Call(function);
  }

  private @Nullable OttlCondition parenthesised() {
    if (!cursor.accept(Kind.LEFT_PARENTHESIS)) {
      return null;
    }
    OttlCondition inner = anyOf();
    return inner != null && cursor.accept(Kind.RIGHT_PARENTHESIS) ? inner : null;
  }
}
