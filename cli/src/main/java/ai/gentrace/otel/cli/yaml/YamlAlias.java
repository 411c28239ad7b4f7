package ai.gentrace.otel.cli.yaml;

/**
 * A reference to an anchored node.
 *
 * @param target the anchored node, itself never an alias
 */
public record YamlAlias(Extent extent, Properties properties, String name, YamlNode target)
    implements YamlNode {
  @Override
  public YamlNode resolved() {
    return target;
  }
}
