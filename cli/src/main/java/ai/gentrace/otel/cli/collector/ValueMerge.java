package ai.gentrace.otel.cli.collector;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The collector's merge of several {@code --config} files: maps merge key by key, everything else
 * (lists, scalars, null, and where the types differ) is replaced by the later one.
 */
final class ValueMerge {
  private ValueMerge() {}

  static MapValue merge(MapValue earlier, MapValue later) {
    Map<String, Setting> merged = new LinkedHashMap<>(earlier.byKey());
    for (Setting setting : later.settings()) {
      Setting before = merged.get(setting.key());
      if (before != null
          && before.value() instanceof MapValue first
          && setting.value() instanceof MapValue second) {
        merged.put(setting.key(), new Setting(before.key(), before.entry(), merge(first, second)));
      } else {
        merged.put(setting.key(), setting);
      }
    }
    return new MapValue(earlier.place(), earlier.node(), merged);
  }

  static Value merge(Value earlier, Value later) {
    return earlier instanceof MapValue first && later instanceof MapValue second
        ? merge(first, second)
        : later;
  }
}
