package ai.gentrace.otel.examples.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.CapturedSpan;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program in a JVM of its own against a stub of the model, with settings alone. */
class ApplicationTest {
  @Test
  void givesBothBackendsTheInteraction() throws Exception {
    try (StubModel model = StubModel.start();
        CaptureServer gentrace = CaptureServer.start(InetAddress.getLoopbackAddress());
        CaptureServer other = CaptureServer.start(InetAddress.getLoopbackAddress())) {
      String answer =
          run(
              "-Dmodel.url=" + model.url(),
              "-Dotel.service.name=assistant",
              "-Dotel.traces.exporter=otlp,gentrace",
              "-Dotel.metrics.exporter=none",
              "-Dotel.logs.exporter=none",
              "-Dotel.exporter.otlp.protocol=http/protobuf",
              "-Dotel.exporter.otlp.endpoint=" + other.url("127.0.0.1", ""),
              "-Dgentrace.api.key=key-1",
              "-Dgentrace.base.url=" + gentrace.url("127.0.0.1", "/api"));
      assertThat(answer).contains(StubModel.ANSWER);
      print("Gentrace", gentrace.spans());

      assertThat(names(gentrace.spans()))
          .containsExactly("answer", "chat gpt-4o-mini", "find facts");
      assertThat(names(other.spans())).isEqualTo(names(gentrace.spans()));
      assertThat(gentrace.spans().stream().map(CapturedSpan::traceId).distinct()).hasSize(1);

      CapturedSpan interaction = only(gentrace.spans(), "answer");
      assertThat(event(interaction, "gentrace.fn.args"))
          .isEqualTo("[{\"question\":\"What is a span?\"}]");
      assertThat(event(interaction, "gentrace.fn.output"))
          .isEqualTo("\"" + StubModel.ANSWER + "\"");
      CapturedSpan chat = only(gentrace.spans(), "chat gpt-4o-mini");
      assertThat(chat.parentSpanId()).isEqualTo(interaction.spanId());
      assertThat(chat.attribute("gentrace.sample").map(AnyValue::getStringValue)).contains("true");
      assertThat(chat.attribute("gen_ai.response.model").map(AnyValue::getStringValue))
          .contains("gpt-4o-mini-2024-07-18");
      assertThat(chat.attribute("gen_ai.usage.input_tokens").map(AnyValue::getIntValue))
          .contains(21L);
    }
  }

  private static String run(String... settings) throws Exception {
    ProcessBuilder java =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.command().addAll(List.of(settings));
    java.command()
        .addAll(
            List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "What is a span?"));
    java.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
    Process process = java.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
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
