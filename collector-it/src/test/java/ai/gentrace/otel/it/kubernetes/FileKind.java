package ai.gentrace.otel.it.kubernetes;

import java.util.List;

/** The kinds of file that hold a config, each with what usually stands around it. */
enum FileKind {
  HELM_VALUES(
      0,
      """
      mode: deployment # one for the cluster
      image:
        repository: otel/opentelemetry-collector-contrib
        tag: 0.161.0

      config:
      %s
      ports:
        metrics: {enabled: true}
      """,
      2,
      "config"),
  SUBCHART_VALUES(
      0,
      """
      opentelemetry-collector:
          enabled: true
          # merged onto the chart's own
          config:
      %s
      """,
      8,
      "opentelemetry-collector/config"),
  RESOURCE(
      1,
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: telemetry}
      ---
      apiVersion: opentelemetry.io/v1beta1
      kind: OpenTelemetryCollector
      metadata:
        name: gateway
      spec:
        config:
      %s
        mode: deployment
      """,
      4,
      "spec/config"),
  TEXT_RESOURCE(
      0,
      """
      apiVersion: opentelemetry.io/v1alpha1
      kind: OpenTelemetryCollector
      metadata: {name: gateway}
      spec:
        config: |
      %s
        mode: deployment
      """,
      4,
      "spec/config"),
  CONFIG_MAP(
      0,
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: collector
      data:
        collector.yaml: |-
      %s
        notes.txt: |
          receivers are in the other file
      """,
      4,
      "data/collector.yaml");

  private final int document;
  private final String around;
  private final int indent;

  /** Keys with slashes between. */
  private final String path;

  FileKind(int document, String around, int indent, String path) {
    this.document = document;
    this.around = around;
    this.indent = indent;
    this.path = path;
  }

  /** Returns a file of this kind that holds a config. */
  EmbeddedFile of(String config) {
    String text = around.formatted(config.indent(indent).stripTrailing());
    return new EmbeddedFile(text, document, List.of(path.split("/")));
  }
}
