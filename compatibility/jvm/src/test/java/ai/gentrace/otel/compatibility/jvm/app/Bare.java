package ai.gentrace.otel.compatibility.jvm.app;

import ai.gentrace.otel.Gentrace;
import ai.gentrace.otel.GentracePropagator;
import ai.gentrace.otel.GentraceSampler;
import ai.gentrace.otel.GentraceSpanExporter;
import ai.gentrace.otel.GentraceSpanProcessor;
import ai.gentrace.otel.GentraceTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/** Uses all of the library with nothing but its two compile dependencies. */
public final class Bare {
  private Bare() {}

  /** A bean to be written without Jackson. */
  public record Question(String text, List<Integer> numbers) {}

  /** Prints the events of an interaction, and what becomes of the exporter. */
  public static void main(String[] args) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(GentraceSpanProcessor.create())
            .setSampler(GentraceSampler.orElse(GentraceSampler.create()))
            .addSpanProcessor(
                SimpleSpanProcessor.create(GentraceSpanExporter.filtering(new Printer())))
            .build();
    OpenTelemetry telemetry =
        new OpenTelemetry() {
          @Override
          public TracerProvider getTracerProvider() {
            return provider;
          }

          @Override
          public ContextPropagators getPropagators() {
            return ContextPropagators.create(
                GentracePropagator.dropInbound(W3CBaggagePropagator.getInstance()));
          }
        };
    GentraceTracer.create(telemetry)
        .interaction("answer")
        .arg("question", new Question("why?", List.of(1)))
        .run(() -> {});
    Gentrace.interaction("global").run(() -> System.out.println("ran without an SDK"));
    System.out.println(
        "without a key " + GentraceSpanExporter.builder().build().getClass().getSimpleName());
    try {
      System.out.println(GentraceSpanExporter.builder().setApiKey("k").build());
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }

  private static final class Printer implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      for (SpanData span : spans) {
        System.out.println("span " + span.getName());
        span.getEvents()
            .forEach(
                event ->
                    System.out.println(
                        event.getName()
                            + " "
                            + event.getAttributes().get(AttributeKey.stringKey("args"))));
      }
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
