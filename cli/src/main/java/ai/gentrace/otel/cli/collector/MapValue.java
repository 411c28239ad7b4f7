package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlMapping;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A map, in the order of the text. Its settings may be read only when they are asked for: most
 * components of a large file are nobody's concern. Of very many none is kept.
 */
public final class MapValue implements Value {
  private final @Nullable Place place;
  private final @Nullable YamlMapping node;
  private boolean unread;
  private Map<String, Setting> byKey = Map.of();
  private @Nullable LongMap longMap;

  /**
   * @param place of a map that several files have: where the first one writes it
   * @param node as written in {@code place}; null where a key with {@code ::} made the map, or
   *     where no document stands
   * @param byKey its settings; those that {@code <<} lends come behind its own
   */
  public MapValue(Place place, @Nullable YamlMapping node, Map<String, Setting> byKey) {
    this.place = place;
    this.node = node;
    this.byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
  }

  /** A map in which nothing is lent; its settings are read at the first question for them. */
  MapValue(YamlMapping node) {
    this.place = null;
    this.node = node;
    this.unread = true;
  }

  @Override
  public Place place() {
    return place != null ? place : Place.of(Objects.requireNonNull(node));
  }

  /** The map as written in {@link #place()}; null where no single mapping stands there. */
  public @Nullable YamlMapping node() {
    return node;
  }

  /** The settings by their keys, in order; those that {@code <<} lends come behind its own. */
  Map<String, Setting> byKey() {
    read();
    if (longMap == null) {
      return byKey;
    }
    Map<String, Setting> all = new LinkedHashMap<>();
    for (Setting setting : longMap.settings()) {
      all.put(setting.key(), setting);
    }
    return Collections.unmodifiableMap(all);
  }

  private synchronized void read() {
    if (!unread) {
      return;
    }
    YamlMapping mapping = Objects.requireNonNull(node);
    longMap = LongMap.of(mapping);
    if (longMap == null) {
      byKey = Collections.unmodifiableMap(new ValueReader().settings(mapping));
    }
    unread = false;
  }

  /** The settings of a map that has very many, else null. */
  @Nullable LongMap longMap() {
    read();
    return longMap;
  }

  /** The settings in order; those that {@code <<} lends come behind its own. */
  public Collection<Setting> settings() {
    read();
    return longMap == null ? byKey.values() : longMap.settings();
  }

  /** The setting with that key, or null. */
  public @Nullable Setting get(String key) {
    read();
    return longMap == null ? byKey.get(key) : longMap.get(key);
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

  /** Two are the same if they are what one mapping of one file says. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (place == null
            && other instanceof MapValue that
            && that.place == null
            && Objects.equals(node, that.node));
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(node);
  }
}
