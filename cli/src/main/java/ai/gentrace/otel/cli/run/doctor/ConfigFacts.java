package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a config says about the collector that runs it, as far as an examination needs it.
 *
 * @param file how the user names it
 * @param exporters ids of the exporters to Gentrace
 * @param queuedExporters those of all exporters whose queue shows in the metrics from the start
 * @param gates ids of the filters before them
 * @param receivers ids of the receivers that feed them
 * @param keyVariables environment variables in the Authorization header
 * @param tracesUrl where spans go; empty where a variable decides it
 * @param compression what the exporter compresses with
 * @param proxy what it connects through, if the config says so
 * @param metricsOff whether the collector serves no metrics
 * @param metrics where it does, if the config says so
 * @param health where the enabled health extension answers, if there is one
 * @param otlpHttp where a receiver takes OTLP over HTTP
 * @param flush how long a span may wait before it is sent
 */
public record ConfigFacts(
    String file,
    List<String> exporters,
    Set<String> queuedExporters,
    List<String> gates,
    List<String> receivers,
    List<String> keyVariables,
    Optional<URI> tracesUrl,
    String compression,
    Optional<URI> proxy,
    boolean metricsOff,
    Optional<URI> metrics,
    Optional<URI> health,
    Optional<URI> otlpHttp,
    Duration flush) {

  /** What is known without a file. */
  public static ConfigFacts none(GentraceEndpoint endpoint, String keyVariable) {
    return new ConfigFacts(
        "",
        List.of(),
        Set.of(),
        List.of(),
        List.of(),
        List.of(keyVariable),
        Optional.of(URI.create(endpoint.tracesUrl())),
        "gzip",
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(3));
  }

  public ConfigFacts {
    exporters = List.copyOf(exporters);
    queuedExporters = Set.copyOf(queuedExporters);
    gates = List.copyOf(gates);
    receivers = List.copyOf(receivers);
    keyVariables = List.copyOf(keyVariables);
  }

  /** Whether there is a file at all. */
  boolean hasFile() {
    return !file.isEmpty();
  }
}
