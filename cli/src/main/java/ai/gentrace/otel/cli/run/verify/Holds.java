package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Setting;
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

  private static final Map<String, List<Figure>> FIGURES =
      Map.ofEntries(
          Map.entry("batch", List.of(new Figure("timeout", "200ms"))),
          Map.entry(
              "tail_sampling", List.of(new Figure("decision_wait", "30s"), Figure.fixed(TICK))),
          Map.entry("groupbytrace", List.of(new Figure("wait_duration", "1s"), Figure.fixed(TICK))),
          Map.entry(
              "group_by_trace", List.of(new Figure("wait_duration", "1s"), Figure.fixed(TICK))),
          Map.entry("interval", List.of(new Figure("interval", "60s"))),
          Map.entry("logdedup", List.of(new Figure("interval", "10s"))),
          Map.entry("log_dedup", List.of(new Figure("interval", "10s"))),
          Map.entry("span_pruning", List.of(new Figure("wait_duration", "1s"), Figure.fixed(TICK))),
          Map.entry("datadog", List.of(Figure.fixed(Duration.ofSeconds(11)))));

  /** What is left of the queue's own batches, and of everything that takes no time by itself. */
  private static final Duration MARGIN = Duration.ofMillis(700);

  private static final Duration USUAL_FLUSH = Duration.ofMillis(200);

  private final CollectorConfig config;

  Holds(CollectorConfig config) {
    this.config = config;
  }

  /**
   * A setting that says how long.
   *
   * @param key null for a figure that no setting changes
   */
  private record Figure(@Nullable String key, String usual) {
    static Figure fixed(Duration duration) {
      return new Figure(null, duration.toMillis() + "ms");
    }

    Duration of(@Nullable Component component) {
      Setting setting = key == null || component == null ? null : component.find(key);
      Duration own = setting == null ? null : GoDuration.of(setting.value());
      Duration otherwise = GoDuration.parse(usual);
      return own != null ? own : otherwise == null ? Duration.ZERO : otherwise;
    }
  }

  /** How long a processor or connector holds back what it gets. */
  Duration of(ComponentKind kind, ComponentId id) {
    Component component = config.component(kind, id);
    if (kind == ComponentKind.CONNECTOR && ConnectorCopy.counts(id)) {
      Setting setting = component == null ? null : component.find(ConnectorCopy.FLUSH_INTERVAL);
      Duration own = setting == null ? null : GoDuration.of(setting.value());
      Duration flush = ConnectorCopy.SHORT_FLUSH;
      return (own != null && own.compareTo(flush) < 0 ? own : flush).plus(storeTime(id, component));
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
    Setting setting = component == null ? null : component.find("store", "ttl");
    Duration own = setting == null ? null : GoDuration.of(setting.value());
    return (own == null ? Duration.ofSeconds(2) : own).plus(TICK);
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
    Setting batch = component == null ? null : component.find("sending_queue", "batch");
    if (component == null || batch == null) {
      return Duration.ZERO;
    }
    Setting timeout = component.find("sending_queue", "batch", "flush_timeout");
    Duration own = timeout == null ? null : GoDuration.of(timeout.value());
    return own == null ? USUAL_FLUSH : own;
  }
}
