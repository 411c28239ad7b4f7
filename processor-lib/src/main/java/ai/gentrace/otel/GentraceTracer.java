package ai.gentrace.otel;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Starts interactions and traced steps on one OpenTelemetry, and says what their events hold.
 * Immutable and thread-safe: the {@code with} methods return a changed copy.
 */
public final class GentraceTracer {
  static final int MIN_CONTENT_LENGTH = 256;
  private static final String SCOPE_NAME = "gentrace";

  // Null: the global one, looked up for each span.
  private final @Nullable OpenTelemetry openTelemetry;
  // Of openTelemetry, asked for once; null where it failed to give one, and for the global one.
  private final @Nullable Tracer tracer;
  private final @Nullable ContentMapper mapper;
  // 0: the default of the process.
  private final int maxContentLength;

  private GentraceTracer(
      @Nullable OpenTelemetry openTelemetry,
      @Nullable Tracer tracer,
      @Nullable ContentMapper mapper,
      int maxContentLength) {
    this.openTelemetry = openTelemetry;
    this.tracer = tracer;
    this.mapper = mapper;
    this.maxContentLength = maxContentLength;
  }

  static GentraceTracer global() {
    return new GentraceTracer(null, null, null, 0);
  }

  /**
   * Returns a tracer on {@code openTelemetry}.
   *
   * @param openTelemetry whose spans they are
   * @return the tracer
   * @throws NullPointerException if {@code openTelemetry} is null
   */
  public static GentraceTracer create(OpenTelemetry openTelemetry) {
    requireNonNull(openTelemetry, "openTelemetry");
    return new GentraceTracer(openTelemetry, tracer(openTelemetry), null, 0);
  }

  private static @Nullable Tracer tracer(OpenTelemetry openTelemetry) {
    try {
      return openTelemetry.getTracer(SCOPE_NAME);
    } catch (Throwable e) {
      Trouble.log("getting a tracer", e);
      return null;
    }
  }

  /**
   * Returns a tracer that writes what {@code mapper} makes of arguments and results.
   *
   * @param mapper decides what is written of each value
   * @return the changed copy
   * @throws NullPointerException if {@code mapper} is null
   */
  public GentraceTracer withContentMapper(ContentMapper mapper) {
    return new GentraceTracer(
        openTelemetry, tracer, requireNonNull(mapper, "mapper"), maxContentLength);
  }

  /**
   * Returns a tracer whose events hold at most {@code chars} characters of JSON each; the default
   * is the setting {@code gentrace.max.content.length}, else 65536.
   *
   * @param chars characters, at least 256
   * @return the changed copy
   * @throws IllegalArgumentException if {@code chars} is below 256
   */
  public GentraceTracer withMaxContentLength(int chars) {
    if (chars < MIN_CONTENT_LENGTH) {
      throw new IllegalArgumentException(
          "The maximal content length must be at least " + MIN_CONTENT_LENGTH + " characters.");
    }
    return new GentraceTracer(openTelemetry, tracer, mapper, chars);
  }

  /**
   * Returns an interaction of that name: the span that, with all below it, goes to Gentrace.
   *
   * @param name the span's name
   * @return the interaction, to be given arguments and run
   */
  public Interaction interaction(String name) {
    return new Interaction(this, name);
  }

  /**
   * Returns a traced step of that name: it goes to Gentrace when it runs in an interaction.
   *
   * @param name the span's name
   * @return the step, to be given arguments and run
   */
  public Traced traced(String name) {
    return new Traced(this, name);
  }

  SpanBuilder spanBuilder(String name, Context parent) {
    Tracer current = tracer;
    if (current == null) {
      OpenTelemetry telemetry = openTelemetry == null ? GlobalTelemetry.get() : openTelemetry;
      current = telemetry.getTracer(SCOPE_NAME);
    }
    return current.spanBuilder(name).setParent(parent);
  }

  Content content() {
    return new Content(
        mapper, maxContentLength == 0 ? Content.Defaults.MAX_LENGTH : maxContentLength);
  }

  @Override
  public String toString() {
    return "GentraceTracer{" + (openTelemetry == null ? "global" : openTelemetry) + "}";
  }
}
