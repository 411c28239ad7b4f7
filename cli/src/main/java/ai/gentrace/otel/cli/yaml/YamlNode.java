package ai.gentrace.otel.cli.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A node of a YAML tree. Immutable; nothing is resolved: scalars keep their text and style, aliases
 * stay aliases.
 *
 * <p>The extent is exact: of a scalar with its quotes (of a block scalar from its indicator to the
 * last line that is data), of a flow collection with its brackets, of a block collection from its
 * first key or dash to the end of its last node. Anchor and tag stand before it.
 */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar, YamlAlias {
  /** Where the node stands. */
  Extent extent();

  /** Anchor and tag. */
  Properties properties();

  /** Where the first of anchor, tag and node itself begins. */
  default int start() {
    return properties().present() ? properties().start() : extent().start();
  }

  /** The node itself, or what an alias stands for. */
  default YamlNode resolved() {
    return this;
  }

  /**
   * What may stand before a node.
   *
   * @param start where the first of anchor and tag begins; 0 if there is neither
   * @param anchor name without the ampersand
   * @param tag as the parser resolves its handle
   */
  record Properties(int start, @Nullable String anchor, @Nullable String tag) {
    /** Neither anchor nor tag. */
    static final Properties NONE = new Properties(0, null, null);

    /** Whether there is an anchor or a tag. */
    public boolean present() {
      return anchor != null || tag != null;
    }
  }
}
