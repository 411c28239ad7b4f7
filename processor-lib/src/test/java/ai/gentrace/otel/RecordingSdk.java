package ai.gentrace.otel;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real SDK that keeps the spans that ended. */
final class RecordingSdk implements AutoCloseable {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk;

  private RecordingSdk(SdkTracerProviderBuilder provider) {
    sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                provider.addSpanProcessor(SimpleSpanProcessor.create(exporter)).build())
            .build();
  }

  static RecordingSdk create() {
    return new RecordingSdk(SdkTracerProvider.builder());
  }

  static RecordingSdk with(SpanProcessor processor) {
    return new RecordingSdk(SdkTracerProvider.builder().addSpanProcessor(processor));
  }

  static RecordingSdk with(Sampler sampler) {
    return new RecordingSdk(SdkTracerProvider.builder().setSampler(sampler));
  }

  OpenTelemetry openTelemetry() {
    return sdk;
  }

  Tracer tracer() {
    return sdk.getTracer("application");
  }

  GentraceTracer gentrace() {
    return GentraceTracer.create(sdk);
  }

  List<SpanData> spans() {
    return exporter.getFinishedSpanItems();
  }

  SpanData span(String name) {
    List<SpanData> named = spans().stream().filter(s -> s.getName().equals(name)).toList();
    assertThat(named).as("spans named %s of %s", name, spans()).hasSize(1);
    return named.get(0);
  }

  SpanData onlySpan() {
    assertThat(spans()).hasSize(1);
    return spans().get(0);
  }

  static List<String> eventNames(SpanData span) {
    return span.getEvents().stream().map(EventData::getName).toList();
  }

  /** The JSON of the span's only event of that name, null if there is none. */
  static @Nullable String content(SpanData span, String event, AttributeKey<String> attribute) {
    List<EventData> events =
        span.getEvents().stream().filter(e -> e.getName().equals(event)).toList();
    assertThat(events).hasSizeLessThan(2);
    return events.isEmpty() ? null : events.get(0).getAttributes().get(attribute);
  }

  static @Nullable String args(SpanData span) {
    return content(span, GentraceAttributes.EVENT_FN_ARGS, GentraceAttributes.ARGS);
  }

  static @Nullable String output(SpanData span) {
    return content(span, GentraceAttributes.EVENT_FN_OUTPUT, GentraceAttributes.OUTPUT);
  }

  @Override
  public void close() {
    sdk.close();
  }
}
