package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.MappedList;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a mapping that has so many that keeping them would take many times the file: each
 * is made when it is asked for, and made again the next time.
 */
final class LongMap {
  /** More entries than a map has that somebody wrote or generated for use. */
  private static final int LONG = 2000;

  private final YamlMapping mapping;

  private LongMap(YamlMapping mapping) {
    this.mapping = mapping;
  }

  /** The settings of a mapping that is long and whose keys mean what they are; else null. */
  static @Nullable LongMap of(YamlMapping mapping) {
    if (mapping.entries().size() < LONG || !mapping.isIndexed()) {
      return null;
    }
    for (YamlEntry entry : mapping.entries()) {
      if (!isPlain(entry.name())) {
        return null;
      }
    }
    return new LongMap(mapping);
  }

  /** Whether a key is neither taken apart nor trimmed. */
  private static boolean isPlain(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (Character.isWhitespace(key.charAt(i))) {
        return false;
      }
    }
    return !key.contains(ValueReader.DELIMITER);
  }

  /** In the order of the text. */
  List<Setting> settings() {
    return new MappedList<>(mapping.entries(), LongMap::setting);
  }

  @Nullable Setting get(String key) {
    YamlEntry entry = mapping.get(key);
    return entry == null ? null : setting(entry);
  }

  private static Setting setting(YamlEntry entry) {
    return new ValueReader().setting(entry);
  }
}
