package ai.gentrace.otel.cli.collector;

/** What kind of file a config sits in. */
public enum FileKind {
  /** The file is the config. */
  PLAIN("collector config"),
  /** Values for a Helm chart, or another YAML file that holds the config as a map. */
  HELM_VALUES("Helm values"),
  /** An OpenTelemetryCollector resource whose {@code spec.config} is a map. */
  RESOURCE_V1BETA1("OpenTelemetryCollector (config as a map)"),
  /** An OpenTelemetryCollector resource whose {@code spec.config} is a text. */
  RESOURCE_V1ALPHA1("OpenTelemetryCollector (config as a text)"),
  /** A ConfigMap with the config as a text. */
  CONFIG_MAP("ConfigMap");

  private final String title;

  FileKind(String title) {
    this.title = title;
  }

  /** The kind in words. */
  public String title() {
    return title;
  }

  /** Whether an empty value deletes what a chart or the operator has: Helm values and v1beta1. */
  public boolean nullDeletes() {
    return this == HELM_VALUES || this == RESOURCE_V1BETA1;
  }

  /** Whether the config stands in a block scalar. */
  public boolean isText() {
    return this == RESOURCE_V1ALPHA1 || this == CONFIG_MAP;
  }
}
