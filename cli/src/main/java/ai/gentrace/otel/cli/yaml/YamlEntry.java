package ai.gentrace.otel.cli.yaml;

/**
 * A key and its value.
 *
 * @param start where the entry begins: the key, or the question mark of an explicit one
 */
public record YamlEntry(int start, YamlNode key, YamlNode value) {
  /** The key's text; empty for keys that are no scalars, which are reported as problems. */
  public String name() {
    return key.resolved() instanceof YamlScalar scalar ? scalar.value() : "";
  }

  /** Whether this is {@code <<}, whose value lends its entries. */
  public boolean isMerge() {
    return key instanceof YamlScalar scalar
        && scalar.style() == YamlScalar.Style.PLAIN
        && scalar.holds("<<");
  }
}
