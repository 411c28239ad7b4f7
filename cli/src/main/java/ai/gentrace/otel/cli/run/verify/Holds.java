package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.run.exporter.GoDuration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long components hold spans back, by the config's own figures and the defaults of the
 * components' documentation.
 */
final class Holds {
  /** Decisions and expiries are looked for once a second. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private static final List<Figure> TRACE_WAIT =
      List.of(new Figure("wait_duration", Duration.ofSeconds(1)), Figure.fixed(TICK));

  private static final List<Figure> LOG_WAIT =
      List.of(new Figure("interval", Duration.ofSeconds(10)));

  private static final Map<String, List<Figure>> FIGURES =
      Map.ofEntries(
          Map.entry("batch", List.of(new Figure("timeout", Duration.ofMillis(200)))),
          Map.entry(
              "tail_sampling",
              List.of(new Figure("decision_wait", Duration.ofSeconds(30)), Figure.fixed(TICK))),
          Map.entry("groupbytrace", TRACE_WAIT),
          Map.entry("group_by_trace", TRACE_WAIT),
          Map.entry("interval", List.of(new Figure("interval", Duration.ofSeconds(60)))),
          Map.entry("logdedup", LOG_WAIT),
          Map.entry("log_dedup", LOG_WAIT),
          Map.entry("span_pruning", TRACE_WAIT),
          Map.entry("datadog", List.of(Figure.fixed(Duration.ofSeconds(11)))));

  /** What is left of the queue's own batches, and of everything that takes no time by itself. */
  private static final Duration MARGIN = Duration.ofMillis(700);

  private static final Duration USUAL_FLUSH = Duration.ofMillis(200);
  private static final Duration USUAL_STORE_TIME = Duration.ofSeconds(2);

  private final CollectorConfig config;

  Holds(CollectorConfig config) {
    this.config = config;
  }

  /**
   * A setting that says how long.
   *
   * @param key null for a figure that no setting changes
   */
  private record Figure(@Nullable String key, Duration usual) {
    static Figure fixed(Duration duration) {
      return new Figure(null, duration);
    }

    Duration of(@Nullable Component component) {
      return key == null ? usual : GoDuration.of(component, usual, key);
    }
  }

  /** How long a processor or connector holds back what it gets. */
  Duration of(ComponentKind kind, ComponentId id) {
    Component component = config.component(kind, id);
    if (kind == ComponentKind.CONNECTOR && ConnectorCopy.counts(id)) {
      return ConnectorCopy.flushInterval(component).plus(storeTime(id, component));
    }
    Duration sum = Duration.ZERO;
    for (Figure figure : FIGURES.getOrDefault(id.type(), List.of())) {
      sum = sum.plus(figure.of(component));
    }
    return sum;
  }

  /** A service graph waits for the other half of a call. */
  private static Duration storeTime(ComponentId id, @Nullable Component component) {
    if (!id.type().startsWith("service")) {
      return Duration.ZERO;
    }
    return GoDuration.of(component, USUAL_STORE_TIME, "store", "ttl").plus(TICK);
  }

  /** How long the last of what was sent may be on its way to any exporter. */
  Duration longest(Cut cut) {
    Duration longest = Duration.ZERO;
    for (ComponentId exporter : cut.exporters()) {
      for (CutRoute route : cut.routesTo(exporter)) {
        Duration sum = flush(exporter);
        for (ComponentId processor : route.processors()) {
          sum = sum.plus(of(ComponentKind.PROCESSOR, processor));
        }
        for (ComponentId connector : route.connectors()) {
          sum = sum.plus(of(ComponentKind.CONNECTOR, connector));
        }
        longest = sum.compareTo(longest) > 0 ? sum : longest;
      }
    }
    return longest.plus(MARGIN);
  }

  /** An exporter's queue may batch too. */
  private Duration flush(ComponentId exporter) {
    Component component = config.component(ComponentKind.EXPORTER, exporter);
    return component == null || component.find("sending_queue", "batch") == null
        ? Duration.ZERO
        : GoDuration.of(component, USUAL_FLUSH, "sending_queue", "batch", "flush_timeout");
  }
}
