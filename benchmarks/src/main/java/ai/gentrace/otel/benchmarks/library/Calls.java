package ai.gentrace.otel.benchmarks.library;

import static ai.gentrace.otel.GentraceAttributes.ARGS;
import static ai.gentrace.otel.GentraceAttributes.EVENT_FN_ARGS;
import static ai.gentrace.otel.GentraceAttributes.EVENT_FN_OUTPUT;
import static ai.gentrace.otel.GentraceAttributes.GENTRACE_PIPELINE_ID;
import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;
import static ai.gentrace.otel.GentraceAttributes.OUTPUT;

import ai.gentrace.otel.GentraceTracer;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

/** The same interaction by the library and by hand. */
final class Calls {
  private static final String PIPELINE = "7a8f4f0c-3c1d-4d4e-9f5b-2d3c4b5a6978";

  private final GentraceTracer gentrace;
  private final Tracer tracer;

  Calls() {
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder().addSpanProcessor(Processor.NOOP.get()).build())
            .build();
    gentrace = GentraceTracer.create(sdk);
    tracer = sdk.getTracer("gentrace");
  }

  String interaction(String question) {
    return gentrace
        .interaction("answer")
        .pipelineId(PIPELINE)
        .captureOutput(false)
        .call(() -> answer(question));
  }

  String byHand(String question) {
    return byHand(question, false);
  }

  String interactionWithContent(String question) {
    return gentrace
        .interaction("answer")
        .pipelineId(PIPELINE)
        .arg("question", question)
        .call(() -> answer(question));
  }

  String byHandWithContent(String question) {
    return byHand(question, true);
  }

  private String byHand(String question, boolean content) {
    Context marked =
        Context.current()
            .with(Baggage.current().toBuilder().put("gentrace.sample", "true").build());
    Span span =
        tracer
            .spanBuilder("answer")
            .setParent(marked)
            .setAttribute(GENTRACE_SAMPLE, "true")
            .setAttribute(GENTRACE_PIPELINE_ID, PIPELINE)
            .startSpan();
    try (Scope scope = marked.with(span).makeCurrent()) {
      if (content) {
        span.addEvent(EVENT_FN_ARGS, Attributes.of(ARGS, "[{\"question\":\"" + question + "\"}]"));
      }
      String answer = answer(question);
      if (content) {
        span.addEvent(EVENT_FN_OUTPUT, Attributes.of(OUTPUT, "\"" + answer + "\""));
      }
      return scope == null ? "" : answer;
    } catch (RuntimeException e) {
      span.recordException(e);
      span.setStatus(StatusCode.ERROR, e.getMessage());
      throw e;
    } finally {
      span.end();
    }
  }

  private static String answer(String question) {
    return question;
  }
}
