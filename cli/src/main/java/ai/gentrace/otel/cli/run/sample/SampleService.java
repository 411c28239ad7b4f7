package ai.gentrace.otel.cli.run.sample;

import ai.gentrace.otel.GentraceAttributes;
import ai.gentrace.otel.GentraceSpanProcessor;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An application of the sample: the real SDK and propagators, with times and ids that are given.
 */
public final class SampleService {
  private static final TextMapPropagator PROPAGATOR =
      TextMapPropagator.composite(
          W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance());

  private final Tracer tracer;
  private final Collected collected = new Collected();

  /**
   * @param name the service's name
   * @param seed decides all ids
   */
  public SampleService(String name, long seed) {
    this.tracer =
        SdkTracerProvider.builder()
            .setResource(
                Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), name)))
            .setIdGenerator(new Ids(new SplittableRandom(seed)))
            .setSpanLimits(SpanLimits.getDefault())
            .addSpanProcessor(GentraceSpanProcessor.create())
            .addSpanProcessor(collected)
            .build()
            .get("gentrace-otel-verify");
  }

  /** How a part of a trace is marked. */
  public static final class Mark {
    /** The attribute's key, and the baggage entry's. */
    public static final String KEY = GentraceAttributes.GENTRACE_SAMPLE.getKey();

    private Mark() {}

    /** The context in which spans are marked: baggage, as an application sets it. */
    public static Context in(Context context) {
      return context.with(Baggage.fromContext(context).toBuilder().put(KEY, "true").build());
    }

    /** Whether a span was sent as marked. */
    public static boolean isOn(SpanData span) {
      return "true".equals(span.getAttributes().get(GentraceAttributes.GENTRACE_SAMPLE));
    }
  }

  /** A span that has not ended. */
  public static final class Open {
    private final Span span;
    private final Context context;

    private Open(Span span, Context context) {
      this.span = span;
      this.context = context;
    }

    /** The context in which it is the parent. */
    public Context context() {
      return context;
    }

    /** Sets an attribute. */
    public <T> Open set(AttributeKey<T> key, T value) {
      span.setAttribute(key, value);
      return this;
    }

    /** Adds an event. */
    public Open event(String name, Attributes attributes, long epochNanos) {
      span.addEvent(name, attributes, epochNanos, TimeUnit.NANOSECONDS);
      return this;
    }

    /** Sets the status. */
    public void status(StatusCode code, String description) {
      span.setStatus(code, description);
    }

    /** Ends it. */
    public void end(long epochNanos) {
      span.end(epochNanos, TimeUnit.NANOSECONDS);
    }
  }

  /** Starts a span. */
  public Open start(Context parent, String name, SpanKind kind, long epochNanos) {
    Span span =
        tracer
            .spanBuilder(name)
            .setParent(parent)
            .setSpanKind(kind)
            .setStartTimestamp(epochNanos, TimeUnit.NANOSECONDS)
            .startSpan();
    return new Open(span, parent.with(span));
  }

  /** Writes a context into the headers of a call, as an instrumented client does. */
  public void inject(Context context, Map<String, String> headers) {
    PROPAGATOR.inject(
        context,
        headers,
        (carrier, key, value) -> {
          if (carrier != null) {
            carrier.put(key, value);
          }
        });
  }

  /** Reads a context out of the headers of a call, as an instrumented server does. */
  public Context extract(Map<String, String> headers) {
    return PROPAGATOR.extract(Context.root(), headers, new Headers());
  }

  /** The spans that have ended since the last call. */
  public List<SpanData> drain() {
    List<SpanData> spans = List.copyOf(collected.spans);
    collected.spans.clear();
    return spans;
  }

  private static final class Headers implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> carrier) {
      return carrier.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
      return carrier == null ? null : carrier.get(key);
    }
  }

  /** Random ids that come out the same for the same seed. */
  private record Ids(SplittableRandom random) implements IdGenerator {
    @Override
    public String generateSpanId() {
      return String.format("%016x", nonZero());
    }

    @Override
    public String generateTraceId() {
      return String.format("%016x%016x", nonZero(), nonZero());
    }

    private long nonZero() {
      long id = random.nextLong();
      return id == 0 ? 1 : id;
    }
  }

  private static final class Collected implements SpanProcessor {
    private final List<SpanData> spans = new ArrayList<>();

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      spans.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }
}
