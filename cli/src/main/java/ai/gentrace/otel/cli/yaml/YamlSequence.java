package ai.gentrace.otel.cli.yaml;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** A list. */
public final class YamlSequence extends YamlNode {
  YamlSequence(NodeTable table, int index) {
    super(table, index);
  }

  /** Whether it stands in brackets. */
  public boolean flow() {
    return table.flow(index);
  }

  /** The items in order. */
  public List<Item> items() {
    return new Items();
  }

  /**
   * An item.
   *
   * @param start where it begins: the dash in block style, else the node with anchor and tag
   */
  public record Item(int start, YamlNode node) {}

  /** Two numbers each: where the item begins, and its node. */
  private final class Items extends AbstractList<Item> implements RandomAccess {
    @Override
    public Item get(int position) {
      int first = 2 * Objects.checkIndex(position, size());
      return new Item(table.member(index, first), table.node(table.member(index, first + 1)));
    }

    @Override
    public int size() {
      return table.memberCount(index) / 2;
    }
  }
}
