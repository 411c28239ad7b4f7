package ai.gentrace.otel.cli.yaml;

import java.util.List;

/** A list. */
public record YamlSequence(Extent extent, Properties properties, boolean flow, List<Item> items)
    implements YamlNode {
  public YamlSequence {
    items = List.copyOf(items);
  }

  /**
   * An item.
   *
   * @param start where it begins: the dash in block style, else the node with anchor and tag
   */
  public record Item(int start, YamlNode node) {}
}
