package ai.gentrace.otel.it.app;

import ai.gentrace.otel.GentraceSpanProcessor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessorBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A service with an OpenTelemetry SDK of its own: W3C trace context and baggage, a batch processor,
 * an OTLP exporter. Thread-safe.
 */
public final class Service implements AutoCloseable {
  private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");
  private static final long FLUSH_SECONDS = 60;

  private final OpenTelemetrySdk sdk;
  private final CountingExporter exporter;

  private Service(OpenTelemetrySdk sdk, CountingExporter exporter) {
    this.sdk = sdk;
    this.exporter = exporter;
  }

  /** Returns a service that marks its spans by {@link GentraceSpanProcessor}. */
  public static Service marking(String name, SpanExporter exporter) {
    return of(
        name,
        sdk -> sdk.addSpanProcessor(GentraceSpanProcessor.create()),
        exporter,
        UnaryOperator.identity());
  }

  /** Returns a service that knows nothing of Gentrace. */
  public static Service plain(String name, SpanExporter exporter) {
    return of(name, UnaryOperator.identity(), exporter, UnaryOperator.identity());
  }

  /**
   * Returns a service.
   *
   * @param name its {@code service.name}
   * @param extras changes the SDK before the exporter is added
   * @param exporter sends its spans
   * @param batches changes how the batch processor works
   */
  public static Service of(
      String name,
      UnaryOperator<SdkTracerProviderBuilder> extras,
      SpanExporter exporter,
      UnaryOperator<BatchSpanProcessorBuilder> batches) {
    CountingExporter counting = new CountingExporter(exporter);
    Resource resource = Resource.getDefault().toBuilder().put(SERVICE_NAME, name).build();
    SdkTracerProvider provider =
        extras
            .apply(SdkTracerProvider.builder().setResource(resource))
            .addSpanProcessor(batches.apply(BatchSpanProcessor.builder(counting)).build())
            .build();
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(provider)
            .setPropagators(
                ContextPropagators.create(
                    TextMapPropagator.composite(
                        W3CTraceContextPropagator.getInstance(),
                        W3CBaggagePropagator.getInstance())))
            .build();
    return new Service(sdk, counting);
  }

  /** Returns its SDK. */
  public OpenTelemetry openTelemetry() {
    return sdk;
  }

  /** Returns the tracer of its own code. */
  public Tracer tracer() {
    return sdk.getTracer("app");
  }

  /**
   * Does the work of a request that it serves, inside a server span.
   *
   * @param spanName name of the span
   * @param caller what was extracted from the request
   * @param work runs in the span's context
   */
  void serve(String spanName, Context caller, Runnable work) {
    Span span =
        tracer().spanBuilder(spanName).setSpanKind(SpanKind.SERVER).setParent(caller).startSpan();
    try {
      caller.with(span).wrap(work).run();
    } finally {
      span.end();
    }
  }

  /** Returns what puts a context into outgoing requests, and takes it from incoming ones. */
  TextMapPropagator propagator() {
    return sdk.getPropagators().getTextMapPropagator();
  }

  /** Sends what is waiting. */
  public void flush() {
    sdk.getSdkTracerProvider().forceFlush().join(FLUSH_SECONDS, TimeUnit.SECONDS);
  }

  /** Returns how many spans the collector has taken. */
  public int delivered() {
    return exporter.delivered();
  }

  /** Returns how many spans the SDK has given up. */
  public int lost() {
    return exporter.lost();
  }

  @Override
  public void close() {
    sdk.close();
  }
}
