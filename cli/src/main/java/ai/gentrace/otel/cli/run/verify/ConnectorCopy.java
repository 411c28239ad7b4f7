package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.run.exporter.GoDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connector in a run's copy: the user's own settings, without pipelines that the run lacks. */
final class ConnectorCopy {
  static final String FLUSH_INTERVAL = "metrics_flush_interval";

  private static final Duration USUAL_FLUSH = Duration.ofSeconds(60);

  /** When counts are sent changes no count, and the usual minute would be the whole wait. */
  private static final Duration SHORT_FLUSH = Duration.ofSeconds(1);

  private static final Set<String> COUNTING =
      Set.of("spanmetrics", "span_metrics", "servicegraph", "service_graph");
  private static final Set<String> NAMING_PIPELINES =
      Set.of("pipelines", "default_pipelines", "priority_levels");

  private final Component connector;
  private final Cut cut;
  private final Variables variables;

  ConnectorCopy(Component connector, Cut cut, Variables variables) {
    this.connector = connector;
    this.cut = cut;
    this.variables = variables;
  }

  /** Whether a connector sends its counts from time to time. */
  static boolean counts(ComponentId id) {
    return COUNTING.contains(id.type());
  }

  /** Whether a run sends a connector's counts more often than the user's config says. */
  static boolean isShortened(Component connector) {
    return counts(connector.id()) && configured(connector).compareTo(SHORT_FLUSH) > 0;
  }

  /** How often a run sends the counts of a connector that counts. */
  static Duration flushInterval(@Nullable Component connector) {
    Duration own = configured(connector);
    return own.compareTo(SHORT_FLUSH) < 0 ? own : SHORT_FLUSH;
  }

  private static Duration configured(@Nullable Component connector) {
    return GoDuration.of(connector, USUAL_FLUSH, FLUSH_INTERVAL);
  }

  String write() {
    MapValue map = connector.body().asMap();
    if (map == null && !connector.body().isNull()) {
      return FlowYaml.of(connector.setting().key(), connector.body(), variables::write);
    }
    Map<String, String> body = new LinkedHashMap<>();
    if (map != null) {
      for (Setting setting : map.settings()) {
        body.put(setting.key(), value(setting.key(), setting.value()));
      }
    }
    if (isShortened(connector)) {
      body.put(FLUSH_INTERVAL, SHORT_FLUSH.toSeconds() + "s");
    }
    return FlowYaml.map(body);
  }

  private String value(String key, Value value) {
    if (NAMING_PIPELINES.contains(key) && value instanceof ListValue list) {
      return FlowYaml.list(present(key, list));
    }
    if (key.equals("table") && value instanceof ListValue list) {
      List<String> rows = new ArrayList<>();
      for (Value item : list.items()) {
        String row = row(item);
        if (row != null) {
          rows.add(row);
        }
      }
      return FlowYaml.list(rows);
    }
    return FlowYaml.of(key, value, variables::write);
  }

  /** A row of a routing table; null where no pipeline of it is left. */
  private @Nullable String row(Value item) {
    if (!(item instanceof MapValue map)) {
      return FlowYaml.of("table", item, variables::write);
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (Setting setting : map.settings()) {
      String written = value(setting.key(), setting.value());
      if (setting.key().equals("pipelines") && written.equals("[]")) {
        return null;
      }
      row.put(setting.key(), written);
    }
    return FlowYaml.map(row);
  }

  /** The pipelines of a list, or of a list of lists, that the run has. */
  private List<String> present(String key, ListValue list) {
    List<String> present = new ArrayList<>();
    for (Value item : list.items()) {
      if (item instanceof ListValue inner) {
        List<String> level = present(key, inner);
        if (!level.isEmpty()) {
          present.add(FlowYaml.list(level));
        }
      } else if (!(item instanceof ScalarValue scalar)
          || cut.pipelines().containsKey(ComponentId.of(scalar.text()))) {
        present.add(FlowYaml.of(key, item, variables::write));
      }
    }
    return present;
  }
}
