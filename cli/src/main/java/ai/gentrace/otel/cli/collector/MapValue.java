package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlMapping;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map, in the order of the text.
 *
 * @param place of a map that several files have: where the first one writes it
 * @param node as written in {@code place}; null where a key with {@code ::} made the map, or where
 *     no document stands
 * @param byKey its settings; those that {@code <<} lends come behind its own
 */
public record MapValue(Place place, @Nullable YamlMapping node, Map<String, Setting> byKey)
    implements Value {
  public MapValue {
    byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
  }

  /** The settings in order. */
  public Collection<Setting> settings() {
    return byKey.values();
  }

  /** The setting with that key, or null. */
  public @Nullable Setting get(String key) {
    return byKey.get(key);
  }

  /** The setting with that key in the map at the end of a way of keys, or null. */
  public @Nullable Setting find(List<String> way, String key) {
    MapValue map = this;
    for (String step : way) {
      Setting next = map.get(step);
      map = next == null ? null : next.value().asMap();
      if (map == null) {
        return null;
      }
    }
    return map.get(key);
  }

  /**
   * The setting at the end of a way of keys, or null where one is missing or no map stands on the
   * way.
   */
  public @Nullable Setting find(String first, String... rest) {
    Setting setting = get(first);
    for (String key : rest) {
      MapValue map = setting == null ? null : setting.value().asMap();
      setting = map == null ? null : map.get(key);
    }
    return setting;
  }
}
