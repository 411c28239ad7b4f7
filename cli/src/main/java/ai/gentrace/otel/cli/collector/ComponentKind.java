package ai.gentrace.otel.cli.collector;

/** What a component is. */
public enum ComponentKind {
  RECEIVER("receivers", "receiver"),
  PROCESSOR("processors", "processor"),
  EXPORTER("exporters", "exporter"),
  CONNECTOR("connectors", "connector"),
  EXTENSION("extensions", "extension");

  private final String section;
  private final String noun;

  ComponentKind(String section, String noun) {
    this.section = section;
    this.noun = noun;
  }

  /** The key of the section that defines them. */
  public String section() {
    return section;
  }

  /** The word for one of them. */
  public String noun() {
    return noun;
  }

  /** The word behind "a" or "an". */
  public String oneNoun() {
    return (noun.startsWith("e") ? "an " : "a ") + noun;
  }
}
