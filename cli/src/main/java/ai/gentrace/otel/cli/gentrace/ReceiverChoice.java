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
    List<Pipeline> traces = config.pipelines().stream().filter(Pipeline::isTraces).toList();
    HandOn handOn = new HandOn(config);
    List<Pipeline> keeping = traces.stream().filter(pipeline -> !handOn.only(pipeline)).toList();
    Set<ComponentId> kept = receivers(config, keeping);
    Set<ComponentId> all = receivers(config, traces);
    if (!kept.isEmpty()) {
      List<ComponentId> left = traces.stream().filter(handOn::only).map(Pipeline::id).toList();
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

  private static String from(List<Pipeline> pipelines) {
    List<String> ids = pipelines.stream().map(pipeline -> pipeline.id().toString()).toList();
    return "of " + String.join(", ", ids);
  }

  private static Set<ComponentId> receivers(CollectorConfig config, List<Pipeline> pipelines) {
    Set<ComponentId> ids = new LinkedHashSet<>();
    for (Pipeline pipeline : pipelines) {
      for (Reference receiver : pipeline.receivers().items()) {
        if (receiver.isKnown() && !config.isConnector(receiver.id())) {
          ids.add(receiver.id());
        }
      }
    }
    return ids;
  }

  /** Which pipelines only hand on. */
  private record HandOn(CollectorConfig config) {
    private static final Set<String> TYPES =
        Set.of("load_balancing", "loadbalancing", "kafka", "pulsar");

    boolean only(Pipeline pipeline) {
      return only(pipeline, new ArrayList<>());
    }

    /** Every exporter hands on, itself or through a connector into pipelines that only hand on. */
    private boolean only(Pipeline pipeline, List<ComponentId> way) {
      if (way.contains(pipeline.id())) {
        return true;
      }
      way.add(pipeline.id());
      boolean handsOn = false;
      for (Reference exporter : pipeline.exporters().items()) {
        if (config.isConnector(exporter.id())) {
          for (Pipeline next : config.pipelines()) {
            if (next.isTraces() && next.receivers().get(exporter.id()) != null) {
              if (!only(next, way)) {
                return false;
              }
              handsOn = true;
            }
          }
        } else if (exporter.isKnown() && TYPES.contains(exporter.id().type())) {
          handsOn = true;
        } else {
          return false;
        }
      }
      return handsOn;
    }
  }
}
