package ai.gentrace.otel.benchmarks.yaml;

/** The edit that every tool makes: one more exporter. */
final class AddedExporter {
  static final String ID = "otlp_http/added";

  /** Its only setting. */
  static final String URL = "https://example.com/v1/traces";

  /** It as a config of its own. */
  static final String CONFIG = "exporters:\n  " + ID + ":\n    traces_endpoint: " + URL + "\n";

  private AddedExporter() {}
}
