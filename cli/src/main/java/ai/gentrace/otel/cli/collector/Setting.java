package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlEntry;

/**
 * A key with its value.
 *
 * @param key its text; of a key with {@code ::} the part of this level
 * @param entry as written; settings that one key with {@code ::} makes share it
 */
public record Setting(String key, YamlEntry entry, Value value) {
  /** Where the whole key is written. */
  public Place keyPlace() {
    return Place.of(entry.key());
  }
}
