package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import org.jspecify.annotations.Nullable;

/** An exporter's {@code sending_queue}. */
final class QueueSettings {
  private final @Nullable Component exporter;

  QueueSettings(CollectorConfig config, ComponentId exporter) {
    this.exporter = config.component(ComponentKind.EXPORTER, exporter);
  }

  /** Whether there is no queue. */
  boolean isOff() {
    return get("enabled", "false") != null;
  }

  /** The setting with that key, if it has that value; else null. */
  @Nullable Setting get(String key, String value) {
    Setting setting = exporter == null ? null : exporter.find("sending_queue", key);
    return setting != null
            && setting.value() instanceof ScalarValue scalar
            && scalar.text().equalsIgnoreCase(value)
        ? setting
        : null;
  }
}
