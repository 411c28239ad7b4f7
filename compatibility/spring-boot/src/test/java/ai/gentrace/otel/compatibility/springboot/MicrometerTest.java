package ai.gentrace.otel.compatibility.springboot;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What works behind Micrometer's bridge, and what does not. */
class MicrometerTest {
  private static ConfigurableApplicationContext service;
  private static KeptSpans spans;

  @BeforeAll
  static void start() {
    service =
        SpringApplication.run(
            new Class<?>[] {Application.class, Application.Tracing.class},
            new String[] {
              "--server.port=0",
              "--management.tracing.sampling.probability=1.0",
              "--management.otlp.metrics.export.enabled=false"
            });
    spans = service.getBean(KeptSpans.class);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void get(String path, String... headers) throws Exception {
    String port = service.getEnvironment().getProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    assertThat(
            HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body())
        .isEqualTo("done");
  }

  /** Returns the names of those of the next spans that are marked. */
  private static List<String> marked(int count) {
    return spans.take(count).stream()
        .filter(span -> "true".equals(span.getAttributes().get(GENTRACE_SAMPLE)))
        .map(SpanData::getName)
        .sorted()
        .toList();
  }

  @Test
  void marksInteractionsAndAllBelow() throws Exception {
    get("/interaction");
    assertThat(marked(3)).containsExactly("answer", "step");
  }

  @Test
  void marksTheServersSpanByHand() throws Exception {
    get("/marked-interaction");
    assertThat(marked(3)).containsExactly("answer", "http get /marked-interaction", "step");
  }

  /** The bridge starts a server's span in the caller's context without its baggage. */
  @Test
  void marksCallsFromOtherServicesOnlyBelowTheServersSpan() throws Exception {
    get("/step", "baggage", "gentrace.sample=true");
    assertThat(marked(2)).containsExactly("step");
  }
}
