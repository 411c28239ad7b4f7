package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping to be written.
 *
 * @param flow whether it is written in braces also where block style would do
 * @param spaced whether its braces have blanks inside, which tells a mapping that the editor made
 *     from an empty one that it filled
 */
public record NewMapping(List<NewEntry> entries, boolean flow, boolean spaced) implements NewNode {
  public NewMapping {
    entries = List.copyOf(entries);
  }

  /** A mapping in the style of the place where it is written. */
  public static NewMapping of(List<NewEntry> entries) {
    return new NewMapping(entries, false, false);
  }

  static NewMapping of(YamlSource source, YamlMapping mapping) {
    List<NewEntry> entries = new ArrayList<>();
    for (YamlEntry entry : mapping.entries()) {
      entries.add(NewEntry.of(source, entry));
    }
    return new NewMapping(entries, mapping.flow(), false);
  }

  /** The entry with that key, or null. */
  public @Nullable NewEntry get(String key) {
    for (NewEntry entry : entries) {
      if (entry.key().equals(key)) {
        return entry;
      }
    }
    return null;
  }

  /** The same with an entry more, or with the value replaced where the key is there. */
  public NewMapping with(String key, NewNode value) {
    List<NewEntry> all = new ArrayList<>(entries);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).key().equals(key)) {
        all.set(i, all.get(i).withValue(value));
        return new NewMapping(all, flow, spaced);
      }
    }
    all.add(NewEntry.of(key, value));
    return new NewMapping(all, flow, spaced);
  }

  @Override
  public NewMapping withoutNulls() {
    return new NewMapping(
        entries.stream().map(entry -> entry.withValue(entry.value().withoutNulls())).toList(),
        flow,
        spaced);
  }

  @Override
  public boolean sameAs(YamlNode node) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().size() != entries.size()) {
      return false;
    }
    for (NewEntry entry : entries) {
      YamlEntry other = mapping.get(entry.key());
      if (other == null || !entry.value().sameAs(other.value().resolved())) {
        return false;
      }
    }
    return true;
  }
}
