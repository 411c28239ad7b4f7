package ai.gentrace.otel.cli.yaml;

import java.util.Arrays;

/** The scalars and aliases that are keys of one mapping: their indexes in the table. */
final class KeySet {
  static final int NONE = -1;

  private final NodeTable table;
  private int[] slots = {};
  private int size;

  KeySet(NodeTable table) {
    this.table = table;
  }

  int size() {
    return size;
  }

  /** Takes a key; false if there was an equal one before. */
  boolean add(int key) {
    if (size * 2 >= slots.length) {
      int[] old = slots;
      slots = new int[Math.max(8, old.length * 2)];
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

  /** The key that holds a text, or {@link #NONE}. */
  int find(String text) {
    int slot = hash(text, 0, text.length()) & (slots.length - 1);
    while (slots[slot] != NONE && !table.holds(slots[slot], text)) {
      slot = next(slot);
    }
    return slots[slot];
  }

  /** Where a key is, or would be. */
  private int slot(int key) {
    int slot = hash(key) & (slots.length - 1);
    while (slots[slot] != NONE && !isSame(slots[slot], key)) {
      slot = next(slot);
    }
    return slot;
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  /** Whether two scalars hold the same, or two aliases have the same name. */
  private boolean isSame(int key, int other) {
    if (table.isAlias(key) != table.isAlias(other)) {
      return false;
    }
    if (!table.isAsWritten(key) || !table.isAsWritten(other)) {
      return table.text(key).equals(table.text(other));
    }
    int from = table.textStart(key);
    int length = table.textEnd(key) - from;
    int otherFrom = table.textStart(other);
    YamlSource source = table.source();
    return table.textEnd(other) - otherFrom == length
        && source.sameText(from, source, otherFrom, length);
  }

  private int hash(int key) {
    if (!table.isAsWritten(key)) {
      String text = table.text(key);
      return hash(text, 0, text.length());
    }
    YamlSource source = table.source();
    return hash(source.text(), source.unit(table.textStart(key)), source.unit(table.textEnd(key)));
  }

  /** FNV-1a. Many texts that a string's own hash takes for one are easy to write. */
  private static int hash(String text, int from, int to) {
    int hash = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
    }
    return hash ^ hash >>> 15;
  }
}
