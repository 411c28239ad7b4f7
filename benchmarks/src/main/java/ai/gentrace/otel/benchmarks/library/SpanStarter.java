package ai.gentrace.otel.benchmarks.library;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/** Starts and ends a span as applications do it. */
final class SpanStarter {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
  private static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");

  private final Tracer tracer;
  private final Context parent;
  private final boolean attributes;

  private SpanStarter(SdkTracerProvider provider, Entries entries, boolean attributes) {
    this.tracer = provider.get("benchmark");
    this.parent = entries.context();
    this.attributes = attributes;
  }

  static SpanStarter with(Processor processor, Entries entries, boolean attributes) {
    return new SpanStarter(
        SdkTracerProvider.builder().addSpanProcessor(processor.get()).build(), entries, attributes);
  }

  static SpanStarter with(Sampler sampler, Entries entries) {
    return new SpanStarter(
        SdkTracerProvider.builder()
            .setSampler(sampler)
            .addSpanProcessor(Processor.NOOP.get())
            .build(),
        entries,
        false);
  }

  Span start() {
    SpanBuilder builder = tracer.spanBuilder("GET /answers").setParent(parent);
    if (attributes) {
      builder
          .setAttribute(METHOD, "GET")
          .setAttribute(ROUTE, "/answers")
          .setAttribute(SCHEME, "https")
          .setAttribute(SERVER, "localhost");
    }
    Span span = builder.startSpan();
    span.end();
    return span;
  }
}
