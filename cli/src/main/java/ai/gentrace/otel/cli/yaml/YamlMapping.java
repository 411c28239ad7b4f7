package ai.gentrace.otel.cli.yaml;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A mapping. */
public final class YamlMapping extends YamlNode {
  /** Of an entry the table has where it begins, its key and its value. */
  private static final int NUMBERS = 3;

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

  /** Index of the first entry written here with that key, or -1; merge keys have no name. */
  public int indexOf(String name) {
    KeySet keys = table.keys(index);
    if (keys != null) {
      return indexOf(keys.find(name));
    }
    for (int at = 0; at < table.memberCount(index); at += NUMBERS) {
      int key = table.member(index, at + 1);
      if (table.holds(table.resolved(key), name) && !table.isMergeKey(key)) {
        return at / NUMBERS;
      }
    }
    return -1;
  }

  /** Keys are written in their order. */
  private int indexOf(int key) {
    int low = 0;
    int high = key == KeySet.NONE ? 0 : table.memberCount(index) / NUMBERS;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int found = table.member(index, middle * NUMBERS + 1);
      if (found == key) {
        return middle;
      }
      if (found < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return -1;
  }

  /** Whether it has hundreds of entries, no key twice, and any of them is found at once. */
  public boolean isIndexed() {
    KeySet keys = table.keys(index);
    return keys != null && keys.size() == table.memberCount(index) / NUMBERS;
  }

  /** The first entry written here with that key, or null; merge keys are not followed. */
  public @Nullable YamlEntry get(String name) {
    int found = indexOf(name);
    return found < 0 ? null : entries().get(found);
  }

  private final class Entries extends AbstractList<YamlEntry> implements RandomAccess {
    @Override
    public YamlEntry get(int position) {
      int first = NUMBERS * Objects.checkIndex(position, size());
      return new YamlEntry(
          table.member(index, first),
          table.node(table.member(index, first + 1)),
          table.node(table.member(index, first + 2)));
    }

    @Override
    public int size() {
      return table.memberCount(index) / NUMBERS;
    }
  }
}
