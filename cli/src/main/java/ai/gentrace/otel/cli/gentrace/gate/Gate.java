package ai.gentrace.otel.cli.gentrace.gate;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.GentracePath;
import java.util.List;
import java.util.stream.Stream;

/**
 * A filter processor that is there for Gentrace.
 *
 * @param meaning what it does to spans
 * @param pipelines the pipelines that hold it
 * @param onTheWay whether one of them lies on a way to Gentrace
 */
public record Gate(
    SpanFilter filter, GateMeaning meaning, List<Pipeline> pipelines, boolean onTheWay) {
  /** Whether its conditions on spans or its id speak of Gentrace. */
  public static boolean isGate(SpanFilter filter) {
    return filter.component().id().toString().contains("gentrace")
        || filter.traceConditions().stream().anyMatch(FilterCondition::mentionsGentrace)
        || filter.matches().stream().anyMatch(match -> mentionsGentrace(match.setting().value()));
  }

  /** Looks at it in its config. */
  public static Gate of(SpanFilter filter, CollectorConfig config, GentracePath path) {
    ComponentId id = filter.component().id();
    List<Pipeline> pipelines =
        config.pipelines().stream()
            .filter(pipeline -> pipeline.processors().get(id) != null)
            .toList();
    boolean onTheWay =
        Stream.concat(
                path.pipelines().stream(),
                path.routes().stream().flatMap(route -> route.pipelines().stream()))
            .anyMatch(pipeline -> pipeline.processors().get(id) != null);
    return new Gate(filter, GateMeaning.of(filter), pipelines, onTheWay);
  }

  /**
   * Whether what it does matters to Gentrace: it stands on a way there, or nowhere yet. A filter of
   * other pipelines may keep marked spans away from others, or be for another signal.
   */
  public boolean isJudged() {
    return onTheWay || pipelines.isEmpty();
  }

  private static boolean mentionsGentrace(Value value) {
    if (value instanceof ScalarValue scalar) {
      return scalar.text().contains("gentrace.");
    }
    if (value.asMap() != null) {
      return value.asMap().settings().stream().map(Setting::value).anyMatch(Gate::mentionsGentrace);
    }
    return value.asList() != null
        && value.asList().items().stream().anyMatch(Gate::mentionsGentrace);
  }
}
