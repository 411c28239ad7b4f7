package ai.gentrace.otel;

/**
 * Runs bodies with a started span current: once, on this thread, and with their result or error
 * untouched.
 */
final class BodyInSpan {
  private BodyInSpan() {}

  /** Runs a body that is over when it returns, and ends the span. */
  static <T, E extends Throwable> T call(StartedSpan span, ThrowingSupplier<T, E> body) throws E {
    CurrentSpan current = span.enter();
    try {
      span.recordArguments();
      T result = body.get();
      span.recordOutput(result);
      return result;
    } catch (Throwable e) {
      span.recordFailure(e);
      throw e;
    } finally {
      current.leave();
      span.end();
    }
  }

  /** Runs a body whose result outlives it: the span ends here only without a result. */
  static <T, E extends Throwable> T source(StartedSpan span, ThrowingSupplier<T, E> body) throws E {
    CurrentSpan current = span.enter();
    boolean pending = false;
    try {
      span.recordArguments();
      T source = body.get();
      if (source == null) {
        span.recordOutput(null);
      } else {
        pending = true;
      }
      return source;
    } catch (Throwable e) {
      span.recordFailure(e);
      throw e;
    } finally {
      current.leave();
      if (!pending) {
        span.end();
      }
    }
  }
}
