package ai.gentrace.otel.guide;

import ai.gentrace.otel.Gentrace;
import ai.gentrace.otel.GentraceScope;
import ai.gentrace.otel.GentraceSpanExporter;
import ai.gentrace.otel.GentraceSpanProcessor;
import ai.gentrace.otel.GentraceTracer;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The code of the guide. Its lines stand in docs/java.md as they stand here. */
final class SetUps {
  private SetUps() {}

  /** A model, as an application would have one. */
  interface Model {
    Completion complete(String prompt);
  }

  /** What a model answers. */
  record Completion(String model, String text, long inputTokens, long outputTokens) {}

  /** What an application would have. */
  static final class Assistant {
    String answer(String question) {
      return "because of " + question;
    }
  }

  static String withTheGlobal(Assistant assistant, String question) {
    String answer =
        Gentrace.interaction("answer")
            .pipelineId("7a8f4f0c-3c1d-4d4e-9f5b-2d3c4b5a6978")
            .arg("question", question)
            .call(() -> assistant.answer(question));
    return answer;
  }

  static OpenTelemetrySdk builtByHand(SpanExporter toYourCollector) {
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(GentraceSpanProcessor.create())
                    .addSpanProcessor(BatchSpanProcessor.builder(toYourCollector).build())
                    .build())
            // Without propagators the mark does not leave the process.
            .setPropagators(
                ContextPropagators.create(
                    TextMapPropagator.composite(
                        W3CTraceContextPropagator.getInstance(),
                        W3CBaggagePropagator.getInstance())))
            .build();
    GentraceTracer gentrace = GentraceTracer.create(sdk);
    gentrace.interaction("answer").run(() -> {});
    return sdk;
  }

  static SdkTracerProvider withoutCollector(SpanExporter toYourBackend, String apiKey) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(GentraceSpanProcessor.create())
            .addSpanProcessor(BatchSpanProcessor.builder(toYourBackend).build())
            .addSpanProcessor(
                BatchSpanProcessor.builder(GentraceSpanExporter.builder().setApiKey(apiKey).build())
                    .build())
            .build();
    return provider;
  }

  static List<String> step(GentraceTracer gentrace, String question) {
    List<String> documents =
        gentrace.traced("retrieve").arg("query", question).call(() -> search(question));
    return documents;
  }

  static String callOfAModel(GentraceTracer gentrace, Model model, String prompt) {
    try (GentraceScope scope =
        gentrace
            .traced("chat gpt-4o-mini")
            .arg("prompt", prompt)
            .attribute("gen_ai.operation.name", "chat")
            .attribute("gen_ai.provider.name", "openai")
            .attribute("gen_ai.request.model", "gpt-4o-mini")
            .open()) {
      try {
        Completion completion = model.complete(prompt);
        scope
            .span()
            .setAttribute("gen_ai.response.model", completion.model())
            .setAttribute("gen_ai.usage.input_tokens", completion.inputTokens())
            .setAttribute("gen_ai.usage.output_tokens", completion.outputTokens());
        scope.output(completion.text());
        return completion.text();
      } catch (RuntimeException e) {
        scope.fail(e);
        throw e;
      }
    }
  }

  static String handler(GentraceTracer gentrace, String question) {
    Gentrace.markCurrentSpan();
    String answer = gentrace.interaction("answer").call(() -> ask(question));
    return answer;
  }

  static CompletableFuture<String> otherThread(String question) {
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(Context.current().wrapSupplier(() -> ask(question)));
    return answer;
  }

  static GentraceTracer mapper(GentraceTracer gentrace) {
    GentraceTracer redacting =
        gentrace.withContentMapper((name, value) -> name.equals("password") ? "***" : value);
    return redacting;
  }

  private static List<String> search(String question) {
    return List.of("about " + question);
  }

  /** Answers, and tells whether the mark was there. */
  private static String ask(String question) {
    return question + ": " + Baggage.current().getEntryValue("gentrace.sample");
  }
}
