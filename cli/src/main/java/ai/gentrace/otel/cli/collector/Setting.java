package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlEntry;

/**
 * A key with its value.
 *
 * @param key its text; of a key with {@code ::} the part of this level
 * @param keyPlace where the whole key is written
 * @param entry as written; settings that one key with {@code ::} makes share it
 */
public record Setting(String key, Place keyPlace, YamlEntry entry, Value value) {}
