package ai.gentrace.otel.cli.yaml;

import java.util.Objects;

/** A reference to an anchored node. */
public final class YamlAlias extends YamlNode {
  YamlAlias(NodeTable table, int index) {
    super(table, index);
  }

  /** The anchor's name. */
  public String name() {
    return Objects.requireNonNull(target().properties().anchor());
  }

  /** The anchored node, itself never an alias. */
  public YamlNode target() {
    return table.node(table.target(index));
  }

  @Override
  public YamlNode resolved() {
    return target();
  }
}
