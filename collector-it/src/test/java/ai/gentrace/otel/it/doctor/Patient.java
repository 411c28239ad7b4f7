package ai.gentrace.otel.it.doctor;

import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.cli.run.Command;
import ai.gentrace.otel.cli.run.CommandOutput;
import ai.gentrace.otel.cli.run.RunningCollector;
import ai.gentrace.otel.it.collector.BuiltBinary;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A collector on this machine, with a server in Gentrace's place, for doctor to look at. */
final class Patient implements AutoCloseable {
  static final String KEY = "gen_api_secret_of_the_test";

  /** What init --merge makes, but for the port and a faster batch. */
  private static final String CONFIG =
      """
      receivers:
        otlp:
          protocols:
            http: {endpoint: localhost:4318}
      processors:
        filter/gentrace_sample:
          error_mode: ignore
          trace_conditions:
            - 'span.attributes["gentrace.sample"] != "true" and span.attributes["gentrace.sample"] != true'
        batch/gentrace:
          timeout: 200ms
      exporters:
        otlp_http/gentrace:
          traces_endpoint: http://127.0.0.1:PORT/api/otel/v1/traces
          headers:
            Authorization: 'Bearer ${env:GENTRACE_API_KEY}'
      service:
        pipelines:
          traces/gentrace:
            receivers: [otlp]
            processors: [filter/gentrace_sample, batch/gentrace]
            exporters: [otlp_http/gentrace]
      """;

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final CaptureServer gentrace;
  private final Path file;
  private String config;
  private Map<String, String> environment = Map.of("GENTRACE_API_KEY", KEY);
  private @Nullable RunningCollector running;

  private Patient(CaptureServer gentrace, Path file) {
    this.gentrace = gentrace;
    this.file = file;
    this.config = CONFIG.replace("PORT", Integer.toString(gentrace.port()));
  }

  /** Returns a healthy one that does not run yet. */
  static Patient in(Path folder) throws IOException {
    return new Patient(
        CaptureServer.start(InetAddress.getLoopbackAddress()), folder.resolve("collector.yaml"));
  }

  /** Changes the config. */
  Patient with(UnaryOperator<String> change) {
    String changed = change.apply(config);
    if (changed.equals(config)) {
      throw new AssertionError("the change changes nothing");
    }
    config = changed;
    return this;
  }

  /** Changes the key in the collector's environment; null for none. */
  Patient withKey(@Nullable String key) {
    environment = key == null ? Map.of() : Map.of("GENTRACE_API_KEY", key);
    return this;
  }

  /** Starts the collector. */
  Patient start() throws Exception {
    return start(CollectorSetup::withMetrics);
  }

  /** Starts the collector, with or without metrics. */
  Patient start(UnaryOperator<CollectorSetup> change) throws Exception {
    CollectorSetup setup = change.apply(CollectorSetup.of(config));
    setup = setup.listening(CollectorSetup.OTLP_HTTP);
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      setup = setup.withVariable(variable.getKey(), variable.getValue());
    }
    running = Collector.ofBinary(BuiltBinary.path()).start(setup);
    return this;
  }

  CaptureServer gentrace() {
    return gentrace;
  }

  String metrics() {
    return running().metrics().http("/metrics").toString();
  }

  String otlp() {
    return running().address(CollectorSetup.OTLP_HTTP).http("/v1/traces").toString();
  }

  private RunningCollector running() {
    if (running == null) {
      throw new IllegalStateException("it was not started");
    }
    return running;
  }

  /** Runs doctor on it, where its ports are. */
  CommandOutput examine(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("--metrics", metrics(), "--otlp", otlp()));
    all.addAll(List.of(options));
    return examineAt(all.toArray(String[]::new));
  }

  /** Runs doctor on its config. */
  CommandOutput examineAt(String... options) throws Exception {
    Files.writeString(file, config);
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("project.root", ".."))
                    .resolve("gentrace-otel")
                    .toString(),
                "doctor",
                file.toString(),
                "--base-url",
                gentrace.url("127.0.0.1", "/api")));
    line.addAll(List.of(options));
    CommandOutput output = new Command(line, Map.of("GENTRACE_API_KEY", KEY)).run(LIMIT);
    if (output.output().contains(KEY)) {
      throw new AssertionError("the key was printed");
    }
    return output;
  }

  @Override
  public void close() throws IOException {
    if (running != null) {
      running.close();
    }
    gentrace.close();
  }
}
