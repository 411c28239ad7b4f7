package ai.gentrace.otel.examples.springai;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.CapturedSpan;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service against a stub of the model, with a server in the place of each backend. */
class ApplicationTest {
  @Test
  void givesGentraceTheInteractionAndTheOtherBackendEverything() throws Exception {
    try (StubModel model = StubModel.start();
        CaptureServer gentrace = CaptureServer.start(InetAddress.getLoopbackAddress());
        CaptureServer other = CaptureServer.start(InetAddress.getLoopbackAddress())) {
      try (ConfigurableApplicationContext service =
          SpringApplication.run(
              Application.class,
              "--server.port=0",
              "--spring.ai.openai.base-url=" + model.url(),
              "--gentrace.api.key=key-1",
              "--gentrace.base.url=" + gentrace.url("127.0.0.1", "/api"),
              "--otel.exporter.otlp.endpoint=" + other.url("127.0.0.1", ""))) {
        String port = service.getEnvironment().getProperty("local.server.port");
        assertThat(get(port, "/health")).isEqualTo("up");
        assertThat(get(port, "/answers?question=What+is+a+span%3F")).isEqualTo(StubModel.ANSWER);
      }
      print("Gentrace", gentrace.spans());
      print("The other backend", other.spans());

      assertThat(names(gentrace.spans()))
          .containsExactly("GET /answers", "answer", "chat gpt-4o-mini", "find facts");
      assertThat(gentrace.spans())
          .allSatisfy(
              span ->
                  assertThat(span.attribute("gentrace.sample").orElseThrow().getStringValue())
                      .isEqualTo("true"));
      assertThat(gentrace.spans().stream().map(CapturedSpan::traceId).distinct()).hasSize(1);
      assertThat(only(gentrace.spans(), "GET /answers").parentSpanId()).isEmpty();
      assertThat(gentrace.exports().get(0).path()).isEqualTo("/api/otel/v1/traces");
      assertThat(gentrace.exports().get(0).header("authorization")).contains("Bearer key-1");

      CapturedSpan chat = only(gentrace.spans(), "chat gpt-4o-mini");
      assertThat(event(chat, "gentrace.fn.args")).contains("What is a span?", "tree of spans");
      assertThat(event(chat, "gentrace.fn.output")).isEqualTo("\"" + StubModel.ANSWER + "\"");
      assertThat(chat.attribute("gen_ai.usage.output_tokens").map(AnyValue::getIntValue))
          .contains(8L);
      assertThat(event(only(gentrace.spans(), "answer"), "gentrace.fn.args"))
          .isEqualTo("[{\"question\":\"What is a span?\"}]");

      assertThat(names(other.spans()))
          .containsExactly(
              "GET /answers", "GET /health", "answer", "chat gpt-4o-mini", "find facts");
    }
  }

  private static String get(String port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static List<String> names(List<CapturedSpan> spans) {
    return spans.stream().map(CapturedSpan::name).sorted().toList();
  }

  private static CapturedSpan only(List<CapturedSpan> spans, String name) {
    return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }

  private static String event(CapturedSpan span, String name) {
    return span.span().getEventsList().stream()
        .filter(event -> event.getName().equals(name))
        .map(event -> event.getAttributes(0).getValue().getStringValue())
        .findFirst()
        .orElseThrow();
  }

  private static void print(String backend, List<CapturedSpan> spans) {
    System.out.println(backend + " got " + spans.size() + " spans:");
    for (CapturedSpan span : spans) {
      System.out.println("  " + span.name());
      for (Span.Event event : span.span().getEventsList()) {
        System.out.println(
            "    " + event.getName() + " " + event.getAttributes(0).getValue().getStringValue());
      }
    }
  }
}
