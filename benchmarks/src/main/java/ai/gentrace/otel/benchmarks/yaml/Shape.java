package ai.gentrace.otel.benchmarks.yaml;

import java.nio.charset.StandardCharsets;

/** What a config is full of. */
public enum Shape {
  /**
   * Processors as people write them. Nothing stands in braces: OpenRewrite takes {@code {key: b}}
   * for a template's placeholder and looks through all of them for each one.
   */
  USUAL(
      "processors:\n",
      """
        # Asked by team %d
        resource/%<d:
          attributes:
            - key: "team" # bill
              value: shop %<d
              action: upsert
      """,
      ""),

  /** Hundreds of thousands of components without a setting. */
  COMPONENTS("processors:\n", "  a/%d:\n", ""),

  /** Tens of thousands of pipelines. */
  PIPELINES(
      "",
      """
          traces/%d:
            receivers: [otlp]
            exporters: [debug]
      """,
      ""),

  /** Characters of three and of four bytes. */
  WIDE("processors:\n", "  resource/店%d: # 📦 配達\n    note: 東京都千代田区🗼\n", ""),

  /** Maps in braces, lists in brackets. */
  FLOW("processors:\n", "  batch/%d: {metadata_keys: [a, \"b\", c]} # one of many\n", ""),

  /** One block scalar. */
  BLOCK_SCALAR("processors:\n  lookup:\n    table: |\n", "      %d: a line of its text\n", ""),

  /** One list in brackets, on one line. */
  FLOW_LIST("processors:\n  filter/hosts:\n    hosts: [first", ", \"host-%d\"", "]\n");

  private static final String START =
      """
      receivers:
        otlp:
          protocols:
            grpc:
      exporters:
        debug:
      service:
        pipelines:
          traces:
            receivers: [otlp]
            exporters: [debug]
      """;

  private final String opening;
  private final String part;
  private final String closing;

  Shape(String opening, String part, String closing) {
    this.opening = opening;
    this.part = part;
    this.closing = closing;
  }

  /** A config of so many bytes or just above. */
  byte[] config(int bytes) {
    StringBuilder text = new StringBuilder(START).append(opening);
    int rest = bytes - length(text.toString()) - length(closing);
    for (int i = 0; rest > 0; i++) {
      String filled = part.formatted(i);
      text.append(filled);
      rest -= length(filled);
    }
    return text.append(closing).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
