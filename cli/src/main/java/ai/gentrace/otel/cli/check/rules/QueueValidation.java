package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What exporters refuse in their {@code sending_queue}. */
final class QueueValidation {
  private static final String QUEUE = "sending_queue";
  private static final double DEFAULT_MIN_SIZE = 8192;
  private static final double DEFAULT_QUEUE_SIZE = 1000;

  private QueueValidation() {}

  static void check(ComponentSettings settings) {
    MapValue queue = onMap(settings.find(QUEUE));
    if (queue == null) {
      return;
    }
    for (String name : List.of("num_consumers", "queue_size")) {
      if (settings.number(QUEUE, name).orElse(1) <= 0) {
        settings.refuse("It has to be positive.", "", QUEUE, name);
      }
    }
    Setting batchSetting = queue.get("batch");
    MapValue batch = onMap(batchSetting);
    if (batchSetting != null && batch != null) {
      batch(settings, queue, batchSetting, batch);
    }
  }

  private static @Nullable MapValue onMap(@Nullable Setting setting) {
    MapValue map = setting == null ? null : setting.value().asMap();
    return map != null && ComponentSettings.isOn(map) ? map : null;
  }

  private static void batch(
      ComponentSettings settings, MapValue queue, Setting batchSetting, MapValue batch) {
    String sizer = settings.word("requests", QUEUE, "sizer");
    boolean inherits = queue.get("sizer") != null && !batch.settings().isEmpty();
    String batchSizer = settings.word(inherits ? sizer : "items", QUEUE, "batch", "sizer");
    if (batchSizer.equals("requests")) {
      boolean own = batch.get("sizer") != null;
      settings.refuse(
          "A batch is measured in items or bytes, not in requests.",
          "Write `sizer: items` under `batch:`.",
          own ? new String[] {QUEUE, "batch", "sizer"} : new String[] {QUEUE, "sizer"});
      return;
    }
    ScalarValue flush = settings.scalar(QUEUE, "batch", "flush_timeout");
    if (flush != null && flush.text().matches("-.*|0+(ns|us|ms|s|m|h)?")) {
      settings.findings().add(flush.place(), "It has to be positive.", "Write 200ms.");
    }
    Setting minSetting = batch.get("min_size");
    OptionalDouble written = settings.number(QUEUE, "batch", "min_size");
    if (minSetting != null && written.isEmpty()) {
      return;
    }
    double min = written.orElse(DEFAULT_MIN_SIZE);
    maxSize(settings, min, written.isPresent());
    boolean open =
        queue.get("queue_size") != null && settings.number(QUEUE, "queue_size").isEmpty();
    double size = settings.number(QUEUE, "queue_size").orElse(DEFAULT_QUEUE_SIZE);
    if (!open && batchSizer.equals(sizer) && min > size) {
      settings
          .findings()
          .add(
              minSetting != null ? minSetting.value().place() : batchSetting.keyPlace(),
              "`min_size`, here "
                  + ComponentSettings.text(min)
                  + ", is more than the queue holds, here "
                  + ComponentSettings.text(size)
                  + ".",
              "Set `queue_size` in " + sizer + ", several times as large.");
    }
  }

  private static void maxSize(ComponentSettings settings, double min, boolean written) {
    OptionalDouble max = settings.number(QUEUE, "batch", "max_size");
    if (max.isPresent() && max.getAsDouble() > 0 && max.getAsDouble() < min) {
      settings.refuse(
          "It is less than `min_size`, which is "
              + ComponentSettings.text(min)
              + (written ? "." : " unless it is set."),
          "Set `min_size` too.",
          QUEUE,
          "batch",
          "max_size");
    }
  }
}
