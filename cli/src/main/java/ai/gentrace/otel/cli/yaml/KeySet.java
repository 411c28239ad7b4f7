package ai.gentrace.otel.cli.yaml;

import java.util.Arrays;

/** The keys of one mapping, to find those that stand there twice: their indexes in the table. */
final class KeySet {
  private static final int NONE = -1;

  private final NodeTable table;
  private int[] slots = {};
  private int size;

  KeySet(NodeTable table) {
    this.table = table;
  }

  /** Takes a scalar or an alias; false if there was an equal one before. */
  boolean add(int key) {
    if (size * 2 >= slots.length) {
      int[] old = slots;
      slots = new int[Math.max(8, old.length * 4)];
      Arrays.fill(slots, NONE);
      for (int known : old) {
        if (known != NONE) {
          slots[slot(known)] = known;
        }
      }
    }
    int slot = slot(key);
    if (slots[slot] != NONE) {
      return false;
    }
    slots[slot] = key;
    size++;
    return true;
  }

  /** Where a key is, or would be. */
  private int slot(int key) {
    String name = name(key);
    int slot = hash(name) & (slots.length - 1);
    while (slots[slot] != NONE && !name(slots[slot]).equals(name)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** FNV-1a. Many texts that a string's own hash takes for one are easy to write. */
  private static int hash(String name) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x01000193;
    }
    return hash ^ hash >>> 15;
  }

  /** Aliases are equal only to aliases. */
  private String name(int key) {
    return table.node(key) instanceof YamlAlias alias ? "*" + alias.name() : "=" + table.text(key);
  }
}
