package ai.gentrace.otel.cli.gentrace.ottl;

import java.util.ArrayList;
import java.util.List;

/** Every value in a condition, in the order of the text. */
public final class OttlParts {
  private final List<OttlValue> values = new ArrayList<>();

  private OttlParts() {}

  /** All values, also those inside functions, keys and arithmetic; not what lambdas hold. */
  public static List<OttlValue> of(OttlCondition condition) {
    OttlParts parts = new OttlParts();
    parts.add(condition);
    return parts.values;
  }

  private void add(OttlCondition condition) {
    if (condition instanceof OttlCondition.AnyOf any) {
      any.parts().forEach(this::add);
    } else if (condition instanceof OttlCondition.AllOf all) {
      all.parts().forEach(this::add);
    } else if (condition instanceof OttlCondition.Not not) {
      add(not.inner());
    } else if (condition instanceof OttlCondition.Comparison comparison) {
      add(comparison.left());
      add(comparison.right());
    } else if (condition instanceof OttlCondition.Call call) {
      add(call.function());
    }
  }

  private void add(OttlValue value) {
    values.add(value);
    if (value instanceof OttlValue.Path path) {
      path.segments().forEach(segment -> segment.keys().forEach(this::add));
    } else if (value instanceof OttlValue.Function function) {
      function.parts().forEach(this::add);
    } else if (value instanceof OttlValue.Compound compound) {
      compound.parts().forEach(this::add);
    }
  }
}
