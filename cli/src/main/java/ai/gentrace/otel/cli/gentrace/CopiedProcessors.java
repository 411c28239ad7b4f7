package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which processors of a pipeline make sense in the Gentrace pipeline. */
final class CopiedProcessors {
  private static final String LIMITER = "memory_limiter";
  private static final String FILTER = "filter";

  /** What keeps spans back to join them; the Gentrace pipeline has a wall of its own. */
  private static final Set<String> BATCHERS = Set.of("batch", "groupbytrace", "group_by_trace");

  private static final Set<String> SAMPLERS = Set.of("tail_sampling", "probabilistic_sampler");

  private CopiedProcessors() {}

  /** The memory_limiter that stands first, as a list of one or none. */
  static List<ComponentId> limiter(Pipeline pipeline) {
    List<Reference> items = pipeline.processors().items();
    return !items.isEmpty() && items.get(0).isKnown() && isLimiter(items.get(0).id())
        ? List.of(items.get(0).id())
        : List.of();
  }

  /** All that {@code --processors-from} copies: no gate, sampler, batcher or memory_limiter. */
  static List<ComponentId> of(Pipeline pipeline) {
    Set<ComponentId> ids = new LinkedHashSet<>();
    for (Reference item : pipeline.processors().items()) {
      if (item.isKnown() && !isKeptOut(item.id())) {
        ids.add(item.id());
      }
    }
    return List.copyOf(ids);
  }

  /** Those of {@link #of} that change spans, which the user may want for Gentrace too. */
  static List<ComponentId> changing(Pipeline pipeline) {
    return of(pipeline).stream().filter(id -> !id.type().equals(FILTER)).toList();
  }

  private static boolean isLimiter(ComponentId id) {
    return id.type().equals(LIMITER);
  }

  private static boolean isKeptOut(ComponentId id) {
    boolean gate = id.type().equals(FILTER) && id.toString().contains("gentrace");
    return gate || isLimiter(id) || BATCHERS.contains(id.type()) || SAMPLERS.contains(id.type());
  }
}
