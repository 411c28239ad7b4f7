package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.run.verify.RunCopy.Variant;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.Objects;

/** Configs of tests, and what a run makes of them. */
final class Configs {
  /** A small config with a way to Gentrace beside a backend of its own. */
  static final String MERGED =
      """
      receivers:
        otlp:
          protocols:
            grpc: {endpoint: 0.0.0.0:4317}
            http: {endpoint: 0.0.0.0:4318, include_metadata: true, tls: {cert_file: /c, key_file: /k}}
        zipkin: {}
      processors:
        batch: {timeout: 2s}
        filter/gentrace_sample:
          error_mode: ignore
          trace_conditions:
            - 'span.attributes["gentrace.sample"] != "true"'
        batch/gentrace: {timeout: 500ms}
      exporters:
        otlp/tempo: {endpoint: tempo:4317}
        debug:
        otlp_http/gentrace:
          traces_endpoint: https://gentrace.ai/api/otel/v1/traces
          headers:
            Authorization: 'Bearer ${env:GENTRACE_API_KEY}'
          sending_queue: {sizer: bytes, queue_size: 134217728, storage: file_storage}
      extensions:
        health_check: {}
        file_storage: {directory: /var/lib/otelcol}
      service:
        extensions: [health_check, file_storage]
        pipelines:
          traces: {receivers: [otlp, zipkin], processors: [batch], exporters: [otlp/tempo, debug]}
          logs: {receivers: [otlp], exporters: [debug]}
          traces/gentrace:
            receivers: [otlp]
            processors: [filter/gentrace_sample, batch/gentrace]
            exporters: [otlp_http/gentrace]
      """;

  private Configs() {}

  static CollectorConfig read(String yaml) {
    YamlSource source = YamlSource.ofText("collector.yaml", yaml);
    return CollectorConfig.of(source, YamlStream.parse(source).documents().get(0).root());
  }

  static GentraceParts parts(CollectorConfig config) {
    return GentraceParts.of(config, GentraceEndpoint.HOSTED);
  }

  static Rehearsal rehearsal(String yaml) {
    CollectorConfig config = read(yaml);
    return Rehearsal.of(config, parts(config), 1_000_000_000L);
  }

  /** The text that a failed proof blames. */
  static String blamed(Proof proof) {
    Place place = Objects.requireNonNull(proof.blame());
    return place.source().text(place.extent());
  }

  static RunCopy copy(String yaml, Variant variant) {
    CollectorConfig config = read(yaml);
    return CopyWriter.write(config, parts(config), variant, new NamedServers());
  }

  /** Servers whose URLs say whose they are. */
  private static final class NamedServers implements RunCopy.Servers {
    @Override
    public String gentrace(ComponentId exporter) {
      return "http://GENTRACE";
    }

    @Override
    public String other(ComponentId exporter) {
      return "http://OTHER/" + exporter;
    }
  }
}
