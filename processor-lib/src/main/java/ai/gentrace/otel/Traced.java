package ai.gentrace.otel;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step of an application: a span with its arguments and its result as events. Immutable and
 * thread-safe; each setter returns a changed copy, so one can be kept in a constant.
 *
 * <p>The body runs exactly once, and its result or error comes back untouched, whatever happens in
 * telemetry: arguments, mappers, exporters and the SDK may fail, the application does not notice.
 */
public class Traced {
  private static final Object[] NONE = {};

  final GentraceTracer tracer;
  final String name;
  // Names and values by turns: no object for each pair, as these copies are made on hot paths.
  final Object[] arguments;
  final Object[] attributes;
  final boolean captureOutput;

  Traced(GentraceTracer tracer, String name) {
    this(tracer, name, NONE, NONE, true);
  }

  Traced(
      GentraceTracer tracer,
      String name,
      Object[] arguments,
      Object[] attributes,
      boolean captureOutput) {
    this.tracer = tracer;
    // The SDK has a name of its own for spans without one.
    this.name = name == null ? "" : name;
    this.arguments = arguments;
    this.attributes = attributes;
    this.captureOutput = captureOutput;
  }

  Traced with(Object[] arguments, Object[] attributes, boolean captureOutput) {
    return new Traced(tracer, name, arguments, attributes, captureOutput);
  }

  /** Returns the context to start the span in. */
  Context prepare(Context parent) {
    return parent;
  }

  /** Sets the attributes that the span starts with. */
  void prepare(SpanBuilder builder) {
    for (int i = 0; i < attributes.length; i += 2) {
      setAttribute(builder, (AttributeKey<?>) attributes[i], attributes[i + 1]);
    }
  }

  @SuppressWarnings("unchecked") // attribute() took the key and its value as a pair
  private static <T> void setAttribute(SpanBuilder builder, AttributeKey<T> key, Object value) {
    builder.setAttribute(key, (T) value);
  }

  /**
   * Adds an argument: its JSON becomes part of the event {@code gentrace.fn.args}. The order of
   * calls and repeated names are kept.
   *
   * @param name its name
   * @param value its value, which may be null
   * @return the changed copy
   */
  public Traced arg(String name, @Nullable Object value) {
    return with(append(arguments, String.valueOf(name), value), attributes, captureOutput);
  }

  /**
   * Adds an attribute of the span; without a key or a value nothing is added.
   *
   * @param <T> the type of the value
   * @param key its key
   * @param value its value
   * @return the changed copy
   */
  public <T> Traced attribute(AttributeKey<T> key, @Nullable T value) {
    if (key == null || value == null) {
      return this;
    }
    return with(arguments, append(attributes, key, value), captureOutput);
  }

  /**
   * Adds an attribute of the span; without a key or a value nothing is added.
   *
   * @param key its key
   * @param value its value
   * @return the changed copy
   */
  public Traced attribute(String key, @Nullable String value) {
    return key == null ? this : attribute(AttributeKey.stringKey(key), value);
  }

  /**
   * Says whether the result becomes the event {@code gentrace.fn.output}; it does by default.
   *
   * @param capture whether it does
   * @return the changed copy
   */
  public Traced captureOutput(boolean capture) {
    return with(arguments, attributes, capture);
  }

  private static Object[] append(Object[] pairs, Object first, @Nullable Object second) {
    Object[] longer = Arrays.copyOf(pairs, pairs.length + 2);
    longer[pairs.length] = first;
    longer[pairs.length + 1] = second;
    return longer;
  }

  /**
   * Runs {@code body} in a span and returns its result.
   *
   * @param <T> what the body yields
   * @param <E> what the body throws
   * @param body what to run
   * @return the body's result
   * @throws E what the body throws
   * @throws NullPointerException if {@code body} is null
   */
  public <T, E extends Throwable> T call(ThrowingSupplier<T, E> body) throws E {
    requireNonNull(body, "body");
    return BodyInSpan.call(StartedSpan.start(this), body);
  }

  /**
   * Runs {@code body} in a span.
   *
   * @param <E> what the body throws
   * @param body what to run
   * @throws E what the body throws
   * @throws NullPointerException if {@code body} is null
   */
  @SuppressWarnings("NullAway") // null is what a body without a result yields
  public <E extends Throwable> void run(ThrowingRunnable<E> body) throws E {
    requireNonNull(body, "body");
    this.<Void, E>call(
        () -> {
          body.run();
          return null;
        });
  }

  /**
   * Runs {@code body} at once, on this thread, in a span that ends when the returned stage
   * completes: before the future that is returned here, which gets what the stage's callbacks get.
   * Cancelling that future cancels a stage that is a {@code Future}. A null stage is returned.
   *
   * @param <T> what the body yields
   * @param <E> what the body throws
   * @param body what to run
   * @return the future that stands for the stage
   * @throws E what the body throws
   * @throws NullPointerException if {@code body} is null
   */
  public <T, E extends Throwable> CompletableFuture<T> callAsync(
      ThrowingSupplier<? extends CompletionStage<T>, E> body) throws E {
    requireNonNull(body, "body");
    StartedSpan span = StartedSpan.start(this);
    return StageFuture.of(BodyInSpan.source(span, body), span);
  }

  /**
   * Runs {@code body} at once and returns its iterator, whose span ends when it is exhausted or
   * throws. The span is current during each pull, and nothing is pulled early. The output is an
   * array of the items, up to the content length. A null iterator is returned.
   *
   * <p>An iterator that is given up half-way never ends its span: use {@link #callStream} there.
   *
   * @param <T> what the body yields
   * @param <E> what the body throws
   * @param body what to run
   * @return the iterator
   * @throws E what the body throws
   * @throws NullPointerException if {@code body} is null
   */
  public <T, E extends Throwable> Iterator<T> callIterator(
      ThrowingSupplier<? extends Iterator<T>, E> body) throws E {
    requireNonNull(body, "body");
    StartedSpan span = StartedSpan.start(this);
    Iterator<T> source = BodyInSpan.source(span, body);
    return source == null ? source : new TracedIterator<>(source, new PulledItems(span));
  }

  /**
   * Runs {@code body} at once and returns its stream, whose span ends when it is exhausted, throws
   * or is closed; closing it closes the source. Otherwise as {@link #callIterator}.
   *
   * @param <T> what the body yields
   * @param <E> what the body throws
   * @param body what to run
   * @return the stream
   * @throws E what the body throws
   * @throws NullPointerException if {@code body} is null
   */
  public <T, E extends Throwable> Stream<T> callStream(
      ThrowingSupplier<? extends Stream<T>, E> body) throws E {
    requireNonNull(body, "body");
    StartedSpan span = StartedSpan.start(this);
    Stream<T> source = BodyInSpan.source(span, body);
    return source == null ? source : TracedSpliterator.trace(source, new PulledItems(span));
  }

  /**
   * Starts the span and makes it current until the scope is closed, for code that no lambda fits.
   * Use it in try-with-resources, on one thread.
   *
   * @return the open span
   */
  public GentraceScope open() {
    StartedSpan span = StartedSpan.start(this);
    CurrentSpan current = span.enter();
    span.recordArguments();
    return new GentraceScope(span, current);
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "{name=" + name + "}";
  }
}
