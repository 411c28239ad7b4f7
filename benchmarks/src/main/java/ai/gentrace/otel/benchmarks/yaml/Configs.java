package ai.gentrace.otel.benchmarks.yaml;

import java.nio.charset.StandardCharsets;

/** The configs that are edited, and the edit. */
final class Configs {
  /** The exporter's id. */
  static final String KEY = "otlp_http/added";

  /** Its only setting. */
  static final String URL = "https://example.com/v1/traces";

  /** What is to be added, as a config of its own. */
  static final String ADDED = "exporters:\n  " + KEY + ":\n    traces_endpoint: " + URL + "\n";

  private static final String PART =
      """
        # Part %d.
        attributes/%<d:
          actions:
            - key: "k" # why
              value: some value
              action: upsert
            - {key: b, action: delete}
      """;

  private static final String REST =
      """
      exporters:
        debug:
      service:
        pipelines:
          traces:
            receivers: [otlp]
            exporters: [debug]
      """;

  private Configs() {}

  /** A config with about so many lines; 136,000 are 3 MB. */
  static byte[] ofLines(int lines) {
    StringBuilder text = new StringBuilder("processors:\n");
    for (int i = 0; i < lines / 7; i++) {
      text.append(PART.formatted(i));
    }
    return text.append(REST).toString().getBytes(StandardCharsets.UTF_8);
  }
}
