package ai.gentrace.otel.it.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorException.Reason;
import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.cli.run.CommandOutput;
import ai.gentrace.otel.cli.run.MetricsPage;
import ai.gentrace.otel.cli.run.RunningCollector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real collector behaves as the type {@link Collector} promises, however it is run. */
@ExtendWith(CollectorExtension.class)
class CollectorIT {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final CollectorSetup SETUP =
      CollectorSetup.of(
          """
          receivers:
            otlp:
              protocols:
                http:
                  endpoint: localhost:4318
          exporters:
            otlp_http:
              endpoint: ${env:BACKEND}
          service:
            pipelines:
              traces: {receivers: [otlp], exporters: [otlp_http]}
          """);

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void passesSpansOnToAServerOfThisMachine(Collector collector) throws Exception {
    try (CaptureServer backend = CaptureServer.start(collector.serverAddress());
        RunningCollector running =
            collector.start(
                SETUP
                    .withVariable("BACKEND", backend.url(collector.hostName(), ""))
                    .listening(CollectorSetup.OTLP_HTTP)
                    .withMetrics())) {
      URI traces = running.address(CollectorSetup.OTLP_HTTP).http("/v1/traces");
      HttpRequest request =
          HttpRequest.newBuilder(traces)
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      """
                      {"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"hello",
                      "traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331",
                      "startTimeUnixNano":"1","endTimeUnixNano":"2"}]}]}]}
                      """))
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);

      assertThat(backend.await(exports -> exports.size() == 1, LONG)).isTrue();
      assertThat(backend.spans().get(0).name()).isEqualTo("hello");
      String page =
          client
              .send(
                  HttpRequest.newBuilder(running.metrics().http("/metrics")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      assertThat(MetricsPage.parse(page).sum("otelcol_receiver_accepted_spans", Map.of()))
          .hasValue(1);
      assertThat(running.stop(LONG)).isTrue();
      assertThat(running.isRunning()).isFalse();
      assertThat(running.log()).anyMatch(line -> line.contains("Shutdown complete"));
    }
  }

  @Test
  void passesTheCollectorsOwnMessageOn(Collector collector) {
    CollectorException failure =
        catchThrowableOfType(
            CollectorException.class,
            () -> collector.start(CollectorSetup.of("receivers: {nonsense: {}}")).close());

    assertThat(failure.reason()).isEqualTo(Reason.ENDED_AT_START);
    assertThat(failure).hasMessageContaining("unknown type: \"nonsense\"");
  }

  @Test
  void namesAPortThatIsInUse(Collector collector) throws Exception {
    try (CaptureServer holder = CaptureServer.start(collector.serverAddress())) {
      CollectorException failure =
          catchThrowableOfType(
              CollectorException.class,
              () ->
                  collector
                      .start(
                          SETUP
                              .withVariable("BACKEND", "http://localhost:1")
                              .listening(CollectorSetup.OTLP_HTTP, holder.port()))
                      .close());

      assertThat(failure.reason()).isEqualTo(Reason.PORT_IN_USE);
      assertThat(failure).hasMessageContaining(String.valueOf(holder.port()));
    }
  }

  @Test
  void validatesAndListsComponents(Collector collector) throws Exception {
    CommandOutput good = collector.validate(SETUP.withVariable("BACKEND", "http://localhost:1"));
    CommandOutput bad = collector.validate(CollectorSetup.of("receivers: {nonsense: {}}"));
    CommandOutput components = collector.run(List.of("components"));

    assertThat(good).isEqualTo(new CommandOutput(0, ""));
    assertThat(bad.exitCode()).isEqualTo(1);
    assertThat(bad.output()).contains("unknown type: \"nonsense\"");
    assertThat(components.output()).contains("name: filter", "version: 0.161.0");
  }

  @Test
  void diesAtOnceWhenKilled(Collector collector) throws Exception {
    try (RunningCollector running =
        collector.start(SETUP.withVariable("BACKEND", "http://localhost:1"))) {
      running.kill();

      assertThat(running.isRunning()).isFalse();
      assertThat(running.log()).noneMatch(line -> line.contains("Starting shutdown"));
    }
  }
}
