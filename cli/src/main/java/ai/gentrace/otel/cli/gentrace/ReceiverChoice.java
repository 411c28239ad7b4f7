package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From which receivers Gentrace gets its spans.
 *
 * @param receivers in order; empty where the config has none that could serve
 * @param reason where they come from, for the summary
 * @param handingOn ids of the traces pipelines that were left out because they only hand on to
 *     another collector or a broker
 * @param onlyHandsOn whether all traces pipelines do, so that another tier might send the same
 *     spans
 */
record ReceiverChoice(
    List<ComponentId> receivers, String reason, List<ComponentId> handingOn, boolean onlyHandsOn) {
  ReceiverChoice {
    receivers = List.copyOf(receivers);
    handingOn = List.copyOf(handingOn);
  }

  /** Chooses for a config without a Gentrace pipeline. */
  static ReceiverChoice of(CollectorConfig config) {
    HandingOn handingOn = HandingOn.of(config);
    Set<ComponentId> kept = new LinkedHashSet<>();
    Set<ComponentId> all = new LinkedHashSet<>();
    List<ComponentId> keeping = new ArrayList<>();
    List<ComponentId> left = new ArrayList<>();
    List<ComponentId> traces = new ArrayList<>();
    for (Pipeline pipeline : config.pipelines()) {
      if (pipeline.isTraces()) {
        List<ComponentId> receivers = receivers(config, pipeline);
        boolean only = handingOn.isAll(pipeline);
        (only ? left : keeping).add(pipeline.id());
        traces.add(pipeline.id());
        all.addAll(receivers);
        if (!only) {
          kept.addAll(receivers);
        }
      }
    }
    if (!kept.isEmpty()) {
      return new ReceiverChoice(List.copyOf(kept), from(keeping), left, false);
    }
    if (!all.isEmpty()) {
      return new ReceiverChoice(List.copyOf(all), from(traces), List.of(), keeping.isEmpty());
    }
    return new ReceiverChoice(
        otlp(config), "for OTLP, though in no traces pipeline", List.of(), false);
  }

  /**
   * The OTLP receivers that are defined, and those that pipelines of a config in parts only name.
   */
  private static List<ComponentId> otlp(CollectorConfig config) {
    Stream<ComponentId> defined =
        config.section(ComponentKind.RECEIVER).components().stream().map(Component::id);
    Stream<ComponentId> named =
        config.pipelines().stream()
            .flatMap(pipeline -> pipeline.receivers().items().stream())
            .filter(Reference::isKnown)
            .map(Reference::id);
    return Stream.concat(defined, named)
        .filter(id -> id.type().equals("otlp") && !config.isConnector(id))
        .distinct()
        .toList();
  }

  private static String from(List<ComponentId> pipelines) {
    return "of " + MergeObstacles.names(pipelines);
  }

  /** Those of a pipeline that are no connectors and known by name. */
  private static List<ComponentId> receivers(CollectorConfig config, Pipeline pipeline) {
    List<ComponentId> ids = new ArrayList<>();
    for (Reference receiver : pipeline.receivers().items()) {
      if (receiver.isKnown() && !config.isConnector(receiver.id())) {
        ids.add(receiver.id());
      }
    }
    return ids;
  }
}
