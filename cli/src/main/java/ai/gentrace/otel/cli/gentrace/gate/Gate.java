package ai.gentrace.otel.cli.gentrace.gate;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Route;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.GentracePath;
import java.util.ArrayList;
import java.util.List;

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
        || anyConditionMentionsGentrace(filter)
        || anyMatchMentionsGentrace(filter);
  }

  private static boolean anyConditionMentionsGentrace(SpanFilter filter) {
    for (FilterCondition condition : filter.traceConditions()) {
      if (condition.mentionsGentrace()) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyMatchMentionsGentrace(SpanFilter filter) {
    for (MatchProperties match : filter.matches()) {
      if (mentionsGentrace(match.setting().value())) {
        return true;
      }
    }
    return false;
  }

  /** Looks at it in its config. */
  public static Gate of(SpanFilter filter, CollectorConfig config, GentracePath path) {
    ComponentId id = filter.component().id();
    List<Pipeline> onTheWay = with(id, path.pipelines());
    for (Route route : path.routes()) {
      onTheWay.addAll(with(id, route.pipelines()));
    }
    List<Pipeline> pipelines = with(id, config.pipelines());
    return new Gate(filter, GateMeaning.of(filter), pipelines, !onTheWay.isEmpty());
  }

  private static List<Pipeline> with(ComponentId id, List<Pipeline> pipelines) {
    List<Pipeline> with = new ArrayList<>();
    for (Pipeline pipeline : pipelines) {
      if (pipeline.processors().get(id) != null) {
        with.add(pipeline);
      }
    }
    return with;
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
