package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import java.util.Comparator;
import java.util.List;

/** Compares a pipeline with what it was. */
final class Baseline {
  private Baseline() {}

  /** The first difference in words; empty where there is none. */
  static String difference(
      CollectorConfig oldConfig, Pipeline before, CollectorConfig newConfig, Pipeline now) {
    for (ComponentKind kind :
        List.of(ComponentKind.RECEIVER, ComponentKind.PROCESSOR, ComponentKind.EXPORTER)) {
      List<ComponentId> was = before.references(kind).ids();
      List<ComponentId> is = now.references(kind).ids();
      if (!was.equals(is)) {
        return "its " + kind.section() + " were " + was + " and are " + is;
      }
      for (ComponentId id : was) {
        if (!text(oldConfig, kind, id).equals(text(newConfig, kind, id))) {
          return "the " + kind.noun() + " `" + id + "` has other settings";
        }
      }
    }
    return "";
  }

  private static String text(CollectorConfig config, ComponentKind kind, ComponentId id) {
    Component connector = config.component(ComponentKind.CONNECTOR, id);
    Component component =
        connector != null && kind != ComponentKind.PROCESSOR
            ? connector
            : config.component(kind, id);
    StringBuilder text = new StringBuilder();
    if (component != null) {
      append(component.body(), text);
    }
    return text.toString();
  }

  /** A form in which two values are equal where the collector reads the same. */
  private static void append(Value value, StringBuilder text) {
    if (value instanceof MapValue map) {
      text.append('{');
      map.settings().stream()
          .sorted(Comparator.comparing(Setting::key))
          .forEach(
              setting -> {
                text.append(setting.key()).append('=');
                append(setting.value(), text);
                text.append(';');
              });
      text.append('}');
    } else if (value instanceof ListValue list) {
      text.append('[');
      list.items()
          .forEach(
              item -> {
                append(item, text);
                text.append(';');
              });
      text.append(']');
    } else if (value instanceof ScalarValue scalar && !scalar.isNull()) {
      text.append(scalar.type()).append(':').append(scalar.text());
    }
  }
}
