package ai.gentrace.otel.cli.yaml;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A mapping. */
public final class YamlMapping extends YamlNode {
  YamlMapping(NodeTable table, int index) {
    super(table, index);
  }

  /** Whether it stands in braces, or is a pair inside of brackets. */
  public boolean flow() {
    return table.flow(index);
  }

  /** The entries in the order of the file. */
  public List<YamlEntry> entries() {
    return new Entries();
  }

  /** The first entry written here with that key, or null; merge keys are not followed. */
  public @Nullable YamlEntry get(String name) {
    for (YamlEntry entry : entries()) {
      if (entry.key() instanceof YamlScalar && entry.name().equals(name)) {
        return entry;
      }
    }
    return null;
  }

  /** Three numbers each: where the entry begins, key and value. */
  private final class Entries extends AbstractList<YamlEntry> implements RandomAccess {
    @Override
    public YamlEntry get(int position) {
      int first = 3 * Objects.checkIndex(position, size());
      return new YamlEntry(
          table.member(index, first),
          table.node(table.member(index, first + 1)),
          table.node(table.member(index, first + 2)));
    }

    @Override
    public int size() {
      return table.memberCount(index) / 3;
    }
  }
}
