package ai.gentrace.otel.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.CapturedSpan;
import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is on a span arrives as it was set. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class AttributesIT {
  private static final AttributeKey<String> ARGS = AttributeKey.stringKey("args");
  private static final AttributeKey<String> OUTPUT = AttributeKey.stringKey("output");

  @Claim(
      "gentrace.pipeline_id and the events gentrace.fn.args and gentrace.fn.output arrive unchanged")
  @Test
  void manualAttributesAndEventsArriveUnchanged(Scene scene) throws Exception {
    String pipeline = "9d4f2a8e-1c3b-4f5d-8e6a-7b8c9d0e1f2a";
    String args = "[{\"question\":\"Wie heißt du? 🙂\"},{\"n\":2}]";
    String output = "{\"answer\":\"line one\\nline two\"}";
    Span span =
        start(scene)
            .tracer()
            .spanBuilder("answer")
            .setAttribute("gentrace.sample", "true")
            .setAttribute("gentrace.pipeline_id", pipeline)
            .startSpan();
    span.addEvent("gentrace.fn.args", Attributes.of(ARGS, args));
    span.addEvent("gentrace.fn.output", Attributes.of(OUTPUT, output));
    span.end();

    CapturedSpan arrived = scene.finish().atGentrace().named("answer");

    assertThat(arrived.attribute("gentrace.pipeline_id").orElseThrow().getStringValue())
        .isEqualTo(pipeline);
    assertThat(event(arrived, 0, "gentrace.fn.args", "args")).isEqualTo(args);
    assertThat(event(arrived, 1, "gentrace.fn.output", "output")).isEqualTo(output);
    assertThat(arrived).isEqualTo(scene.atBackend().named("answer"));
  }

  @Claim("A failed call arrives with its exception event and error status")
  @Test
  void errorsArriveUnchanged(Scene scene) throws Exception {
    Span span =
        start(scene)
            .tracer()
            .spanBuilder("answer")
            .setAttribute("gentrace.sample", "true")
            .startSpan();
    span.recordException(new IllegalStateException("no quota"));
    span.setAttribute("error.type", "IllegalStateException");
    span.setStatus(StatusCode.ERROR, "no quota");
    span.end();

    CapturedSpan arrived = scene.finish().atGentrace().named("answer");

    assertThat(arrived.span().getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(event(arrived, 0, "exception", "exception.message")).isEqualTo("no quota");
    assertThat(arrived).isEqualTo(scene.atBackend().named("answer"));
  }

  @Claim("gen_ai attributes and events pass through untouched")
  @Test
  void genAiAttributesAndEventsPassThrough(Scene scene) throws Exception {
    Span span =
        start(scene)
            .tracer()
            .spanBuilder("chat gpt-4o")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("gentrace.sample", "true")
            .setAttribute("gen_ai.operation.name", "chat")
            .setAttribute("gen_ai.provider.name", "openai")
            .setAttribute("gen_ai.request.model", "gpt-4o")
            .setAttribute("gen_ai.request.temperature", 0.7)
            .setAttribute("gen_ai.usage.input_tokens", 1234L)
            .setAttribute(
                AttributeKey.stringArrayKey("gen_ai.response.finish_reasons"),
                List.of("stop", "length"))
            .startSpan();
    span.addEvent(
        "gen_ai.client.inference.operation.details",
        Attributes.of(
            AttributeKey.stringKey("gen_ai.input.messages"),
            "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"hi\"}]}]"));
    span.end();

    CapturedSpan arrived = scene.finish().atGentrace().named("chat gpt-4o");

    assertThat(arrived.attribute("gen_ai.request.temperature").orElseThrow().getDoubleValue())
        .isEqualTo(0.7);
    assertThat(arrived.attribute("gen_ai.usage.input_tokens").orElseThrow().getIntValue())
        .isEqualTo(1234);
    assertThat(
            arrived
                .attribute("gen_ai.response.finish_reasons")
                .orElseThrow()
                .getArrayValue()
                .getValuesCount())
        .isEqualTo(2);
    assertThat(arrived).isEqualTo(scene.atBackend().named("chat gpt-4o"));
  }

  @Claim("A marked span may be as large as the collector takes it; its content is not cut")
  @Test
  void largeContentIsNotCut(Scene scene) throws Exception {
    String output = "x".repeat(2 * 1024 * 1024);
    Span span =
        start(scene)
            .tracer()
            .spanBuilder("answer")
            .setAttribute("gentrace.sample", "true")
            .startSpan();
    span.addEvent("gentrace.fn.output", Attributes.of(OUTPUT, output));
    span.end();

    CapturedSpan arrived = scene.finish().atGentrace().named("answer");

    assertThat(event(arrived, 0, "gentrace.fn.output", "output")).hasSameSizeAs(output);
  }

  private static Service start(Scene scene) throws Exception {
    scene.config(Configs.resource("one-backend.yaml")).gentrace(Template.CURRENT).start();
    return scene.plainService("app");
  }

  private static String event(CapturedSpan span, int index, String name, String attribute) {
    assertThat(span.span().getEvents(index).getName()).isEqualTo(name);
    return span.span().getEvents(index).getAttributesList().stream()
        .filter(pair -> pair.getKey().equals(attribute))
        .map(KeyValue::getValue)
        .findFirst()
        .orElseThrow()
        .getStringValue();
  }
}
