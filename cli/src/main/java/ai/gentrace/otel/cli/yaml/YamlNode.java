package ai.gentrace.otel.cli.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A node of a YAML tree. Immutable; nothing is resolved: scalars keep their text and style, aliases
 * stay aliases. Equal to another that is the same node of the same tree; two parses make two trees.
 *
 * <p>The extent is exact: of a scalar with its quotes (of a block scalar from its indicator to the
 * last line that is data), of a flow collection with its brackets, of a block collection from its
 * first key or dash to the end of its last node. Anchor and tag stand before it.
 */
public abstract sealed class YamlNode permits YamlMapping, YamlSequence, YamlScalar, YamlAlias {
  final NodeTable table;
  final int index;

  YamlNode(NodeTable table, int index) {
    this.table = table;
    this.index = index;
  }

  /** The text that the node stands in. */
  public final YamlSource source() {
    return table.source();
  }

  /** Where the node stands. */
  public final Extent extent() {
    return new Extent(table.start(index), table.end(index));
  }

  /** Anchor and tag. */
  public final Properties properties() {
    return table.properties(index);
  }

  /** Where the first of anchor, tag and node itself begins. */
  public final int start() {
    return table.fullStart(index);
  }

  /** The node itself, or what an alias stands for. */
  public YamlNode resolved() {
    return this;
  }

  /** Whether the node is no alias, and there is none and no merge key in it. */
  public final boolean standsAlone() {
    return !table.borrows(index);
  }

  /** How many nodes it consists of, keys and itself included; an alias is one. */
  public final int nodeCount() {
    return table.nodeCount(index);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof YamlNode that && index == that.index && table == that.table;
  }

  @Override
  public final int hashCode() {
    return index;
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + extent();
  }

  /**
   * What may stand before a node.
   *
   * @param start where the first of anchor and tag begins; 0 if there is neither
   * @param anchor name without the ampersand
   * @param tag as the parser resolves its handle
   */
  public record Properties(int start, @Nullable String anchor, @Nullable String tag) {
    /** Neither anchor nor tag. */
    static final Properties NONE = new Properties(0, null, null);

    /** Whether there is an anchor or a tag. */
    public boolean present() {
      return anchor != null || tag != null;
    }
  }
}
