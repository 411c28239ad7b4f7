package ai.gentrace.otel.benchmarks.cost;

import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.cli.run.ConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to send to Gentrace, or not at all.
 *
 * @param name for the table
 * @param sendsToGentrace whether marked spans arrive at Gentrace
 * @param parts configs that are merged onto the existing one, none for no Gentrace pipeline
 */
record Variant(String name, boolean sendsToGentrace, List<ConfigSource> parts) {
  private static final String EXISTING =
      """
      receivers:
        otlp:
          protocols:
            http: {endpoint: localhost:4318}
      processors:
        batch:
      exporters:
        otlp_http/own: {endpoint: '${env:BACKEND_URL}'}
      service:
        pipelines:
          traces:
            receivers: [otlp]
            processors: [batch]
            exporters: [otlp_http/own]
      """;

  private static final String GUIDE =
      """
      processors:
        batch/guide:
        filter/gentrace_sample:
          error_mode: ignore
          traces:
            span:
              - 'attributes["gentrace.sample"] != "true"'
      exporters:
        otlphttp/gentrace:
          traces_endpoint: ${env:GENTRACE_URL}/api/otel/v1/traces
          headers: {Authorization: 'Bearer ${env:GENTRACE_API_KEY}'}
      service:
        pipelines:
          traces/gentrace:
            receivers: [otlp]
            processors: [batch/guide, filter/gentrace_sample]
            exporters: [otlphttp/gentrace]
      """;

  static Variant none() {
    return new Variant("none", false, List.of());
  }

  /** What any second pipeline costs: all spans are copied, looked at and dropped. */
  static Variant nothingPasses() {
    return new Variant(
        "a second pipeline that drops all",
        false,
        List.of(
            new ConfigSource.Text(
                """
                processors: {filter/all: {traces: {span: ['true']}}}
                exporters: {nop: {}}
                service:
                  pipelines:
                    traces/all: {receivers: [otlp], processors: [filter/all], exporters: [nop]}
                """)));
  }

  /** The order that the guide prints: everything is batched first, then dropped. */
  static Variant guide() {
    return new Variant("guide's order", true, List.of(new ConfigSource.Text(GUIDE)));
  }

  /** A template of this project, or a file of the same form. */
  static Variant template(String name, Path file) throws IOException {
    String exporter =
        Files.readString(file).contains("otlp_http/gentrace")
            ? "otlp_http/gentrace"
            : "otlphttp/gentrace";
    return new Variant(
        name,
        true,
        List.of(
            new ConfigSource.File(file),
            new ConfigSource.Text(
                "exporters: {%s: {traces_endpoint: '${env:GENTRACE_URL}/api/otel/v1/traces'}}"
                    .formatted(exporter))));
  }

  CollectorSetup setup() {
    List<ConfigSource> configs = new ArrayList<>(List.of(new ConfigSource.Text(EXISTING)));
    configs.addAll(parts);
    return CollectorSetup.of(configs)
        .withVariable("GENTRACE_API_KEY", "key")
        // One thread on one core: what runs at the same time would be counted differently each
        // time.
        .withVariable("GOMAXPROCS", "1")
        .listening(CollectorSetup.OTLP_HTTP)
        .withMetrics();
  }
}
