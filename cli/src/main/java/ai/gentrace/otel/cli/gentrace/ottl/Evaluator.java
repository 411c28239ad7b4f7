package ai.gentrace.otel.cli.gentrace.ottl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Evaluates conditions on data of which only a part is known. */
public final class Evaluator {
  /**
   * What a path holds.
   *
   * @param value a String, Boolean, Long or Double; null where the path is known to hold nothing
   */
  public record Known(@Nullable Object value) {}

  private final Function<OttlValue.Path, Optional<Known>> paths;

  /**
   * @param paths what is known about a path; empty where nothing is
   */
  public Evaluator(Function<OttlValue.Path, Optional<Known>> paths) {
    this.paths = paths;
  }

  /** The condition's truth, as far as what is known decides it. */
  public Truth evaluate(OttlCondition condition) {
    if (condition instanceof OttlCondition.AnyOf any) {
      return joined(any.parts(), Truth.TRUE);
    }
    if (condition instanceof OttlCondition.AllOf all) {
      return joined(all.parts(), Truth.FALSE);
    }
    if (condition instanceof OttlCondition.Not not) {
      return evaluate(not.inner()).not();
    }
    if (condition instanceof OttlCondition.Constant constant) {
      return Truth.of(constant.value());
    }
    if (condition instanceof OttlCondition.Comparison comparison) {
      Optional<Known> left = known(comparison.left());
      Optional<Known> right = known(comparison.right());
      return left.isEmpty() || right.isEmpty()
          ? Truth.UNKNOWN
          : Truth.of(compare(left.get().value(), comparison.operator(), right.get().value()));
    }
    return Truth.UNKNOWN;
  }

  /**
   * Parts joined by an operator that {@code decisive} ends early. What may fail ends it too: the
   * collector then gives up the whole condition, so that later parts decide nothing.
   */
  private Truth joined(List<OttlCondition> parts, Truth decisive) {
    Truth result = decisive.not();
    for (OttlCondition part : parts) {
      Truth truth = evaluate(part);
      if (truth == Truth.UNKNOWN && mayFail(part)) {
        return Truth.UNKNOWN;
      }
      result = decisive == Truth.TRUE ? result.or(truth) : result.and(truth);
      if (truth == decisive) {
        return result;
      }
    }
    return result;
  }

  /** Whether something in it can be an error at run time: all but single attributes and fields. */
  private static boolean mayFail(OttlCondition condition) {
    return OttlParts.of(condition).stream()
        .anyMatch(
            value ->
                value instanceof OttlValue.Function
                    || value instanceof OttlValue.Compound
                    || (value instanceof OttlValue.Path path
                        && path.segments().stream().anyMatch(each -> each.keys().size() > 1)));
  }

  private Optional<Known> known(OttlValue value) {
    if (value instanceof OttlValue.Literal literal) {
      return Optional.of(new Known(literal.value()));
    }
    return value instanceof OttlValue.Path path ? paths.apply(path) : Optional.empty();
  }

  /**
   * The comparison rules of OTTL: values of different types are unequal and in no order; only
   * integers and floats mix; nil equals nil alone.
   */
  private static boolean compare(
      @Nullable Object left, OttlCondition.Operator operator, @Nullable Object right) {
    Integer order = order(left, right);
    if (order == null) {
      return operator == OttlCondition.Operator.NOT_EQUAL;
    }
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }

  /** The sign of the comparison, or null where the two have no order. */
  private static @Nullable Integer order(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == null && right == null ? 0 : null;
    }
    if (left instanceof String a && right instanceof String b) {
      return Arrays.compareUnsigned(
          a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return a.compareTo(b);
    }
    if (left instanceof Long a && right instanceof Long b) {
      return a.compareTo(b);
    }
    if (left instanceof Number a && right instanceof Number b) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    return null;
  }
}
