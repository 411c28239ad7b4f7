package ai.gentrace.otel.cli.gentrace.gate;

import ai.gentrace.otel.cli.gentrace.ottl.Evaluator.Known;
import ai.gentrace.otel.cli.gentrace.ottl.OttlContext;
import ai.gentrace.otel.cli.gentrace.ottl.OttlValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span of which only the mark is known, and that other names of Gentrace's are not on it.
 *
 * @param mark value of the attribute {@code gentrace.sample}: a String, Boolean or Long, or null
 *     where the span has none
 */
record ModelSpan(@Nullable Object mark) {
  static final ModelSpan UNMARKED = new ModelSpan(null);
  static final ModelSpan MARKED = new ModelSpan("true");
  static final ModelSpan MARKED_FALSE = new ModelSpan("false");
  static final ModelSpan MARKED_BOOL = new ModelSpan(true);

  /** What a span attribute holds; empty where that is open. */
  Optional<Known> attribute(String key) {
    if (key.equals(GentraceKeys.SAMPLE)) {
      return Optional.of(new Known(mark));
    }
    return foreign(key);
  }

  /** What a path holds in conditions of a context; empty where that is open. */
  Optional<Known> path(OttlContext context, OttlValue.Path path) {
    OttlValue.Segment last = path.segments().get(path.segments().size() - 1);
    if (!last.name().equals("attributes")
        || last.keys().isEmpty()
        || !(last.keys().get(0) instanceof OttlValue.Literal literal)
        || !(literal.value() instanceof String key)) {
      return Optional.empty();
    }
    boolean deeper = last.keys().size() > 1;
    return switch (owner(context, path)) {
      case SPAN -> attribute(key).filter(known -> !deeper || known.value() == null);
      case RESOURCE ->
          key.equals(GentraceKeys.SAMPLE) ? Optional.of(new Known(null)) : foreign(key);
      default -> foreign(key);
    };
  }

  private static OttlContext owner(OttlContext context, OttlValue.Path path) {
    return path.segments().size() == 1
        ? context
        : OttlContext.ofPrefix(path.segments().get(0).name()).orElse(context);
  }

  /** A key of Gentrace's that Gentrace does not know is on no span. */
  private static Optional<Known> foreign(String key) {
    return key.contains("gentrace") && !GentraceKeys.ALL.contains(key)
        ? Optional.of(new Known(null))
        : Optional.empty();
  }
}
