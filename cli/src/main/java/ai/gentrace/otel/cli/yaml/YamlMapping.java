package ai.gentrace.otel.cli.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping, with its entries in the file's order. */
public record YamlMapping(
    Extent extent, Properties properties, boolean flow, List<YamlEntry> entries)
    implements YamlNode {
  public YamlMapping {
    entries = List.copyOf(entries);
  }

  /** The first entry written here with that key, or null; merge keys are not followed. */
  public @Nullable YamlEntry get(String name) {
    for (YamlEntry entry : entries) {
      if (entry.key() instanceof YamlScalar && entry.name().equals(name)) {
        return entry;
      }
    }
    return null;
  }
}
