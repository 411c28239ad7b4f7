package ai.gentrace.otel.cli.gentrace.ottl;

import java.util.List;

/** The tree of a condition. */
public sealed interface OttlCondition {
  /** Parts joined by {@code or}; at least two. */
  record AnyOf(List<OttlCondition> parts) implements OttlCondition {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /** Parts joined by {@code and}; at least two. */
  record AllOf(List<OttlCondition> parts) implements OttlCondition {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /** {@code not} before a condition. */
  record Not(OttlCondition inner) implements OttlCondition {}

  /** Two values compared. */
  record Comparison(OttlValue left, Operator operator, OttlValue right) implements OttlCondition {}

  /** {@code true} or {@code false} by itself. */
  record Constant(boolean value) implements OttlCondition {}

  /** A function whose result is the condition. */
  record Call(OttlValue.Function function) implements OttlCondition {}

  /** Comparison operators. */
  enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String text;

    Operator(String text) {
      this.text = text;
    }

    static Operator of(String text) {
      for (Operator operator : values()) {
        if (operator.text.equals(text)) {
          return operator;
        }
      }
      throw new IllegalArgumentException(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
