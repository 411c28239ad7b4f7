package ai.gentrace.otel;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * A span that is open until {@link #close()}, for code that no lambda fits. Not thread-safe: to be
 * closed on the thread that opened it.
 */
public final class GentraceScope implements AutoCloseable {
  private final StartedSpan span;
  private final CurrentSpan current;
  private @Nullable Object output;
  private boolean hasOutput;
  private boolean failed;
  private boolean closed;

  GentraceScope(StartedSpan span, CurrentSpan current) {
    this.span = span;
    this.current = current;
  }

  /**
   * Returns the span, to set attributes on; one that records nothing where there is no SDK.
   *
   * @return the span
   */
  public Span span() {
    return span.span();
  }

  /**
   * Sets what the event {@code gentrace.fn.output} will hold; the last call counts.
   *
   * @param value the output, which may be null
   */
  public void output(@Nullable Object value) {
    output = value;
    hasOutput = true;
  }

  /**
   * Records a failure; the first call counts, and then there is no output.
   *
   * @param error what went wrong; null is ignored
   */
  public void fail(Throwable error) {
    if (error != null && !failed && !closed) {
      failed = true;
      span.recordFailure(error);
    }
  }

  /** Ends the span and restores the context. Further calls do nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (hasOutput && !failed) {
      span.recordOutput(output);
    }
    current.leaveIfCurrent();
    span.end();
  }

  @Override
  public String toString() {
    return "GentraceScope{" + span.span().getSpanContext() + "}";
  }
}
