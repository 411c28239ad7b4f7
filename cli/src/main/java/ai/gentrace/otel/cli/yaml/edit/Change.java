package ai.gentrace.otel.cli.yaml.edit;

import java.util.List;

/** One wish, as plain data. Each names the place it is about. */
public sealed interface Change {
  /** Where the change goes. */
  Place place();

  /**
   * Adds an entry at the end of a mapping; makes the mapping, and those above it, where they are
   * missing or null. Nothing to do where the same value is there already; a different one is a
   * conflict.
   *
   * @param place the mapping
   */
  record InsertEntry(Place place, NewEntry entry) implements Change {}

  /**
   * Adds an item at the end of a list; makes the list, and the mappings above it, where they are
   * missing or null. Nothing to do where the list has an item that says the same.
   *
   * @param place the list
   */
  record AppendItem(Place place, NewItem item) implements Change {}

  /**
   * Takes out an entry, or a list item, with the lines that belong to it and nothing else. What was
   * inserted is taken out to the byte. A collection that has nothing left goes too, unless its
   * marker says what it was before.
   *
   * @param place the entry or item
   * @param comments lines that go with it if they stand directly above it; of several lists the
   *     longest that fits
   */
  record Delete(Place place, List<List<String>> comments) implements Change {
    public Delete {
      comments = comments.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Writes another scalar in place of one.
   *
   * @param place the scalar
   */
  record ReplaceScalar(Place place, NewScalar scalar) implements Change {}

  /**
   * Gives an entry another key.
   *
   * @param place the entry
   */
  record RenameKey(Place place, String name) implements Change {}

  /**
   * Puts the items of a list of scalars into another order.
   *
   * @param place the list
   * @param order for each position the index of the item that comes there
   */
  record Reorder(Place place, List<Integer> order) implements Change {
    public Reorder {
      order = List.copyOf(order);
    }
  }
}
