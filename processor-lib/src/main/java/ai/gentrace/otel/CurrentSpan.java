package ai.gentrace.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** A context that was made current on this thread, and the way back. */
final class CurrentSpan {
  private final Context before;
  private final Context context;
  private final Scope scope;

  private CurrentSpan(Context before, Context context, Scope scope) {
    this.before = before;
    this.context = context;
    this.scope = scope;
  }

  @SuppressWarnings("MustBeClosedChecker") // closed by leave()
  static CurrentSpan enter(Context context) {
    Context before = Context.root();
    try {
      before = Context.current();
      return new CurrentSpan(before, context, context.makeCurrent());
    } catch (Throwable e) {
      Trouble.log("making a span current", e);
      return new CurrentSpan(before, before, Scope.noop());
    }
  }

  /**
   * Puts the thread's context back as it was, also when the body left a scope of its own open: then
   * closing ours alone would change nothing. For code that runs between two braces.
   */
  void leave() {
    close();
    restore();
  }

  /**
   * As {@link #leave()}, for scopes that the application closes, in whatever order and on whatever
   * thread: what others made current since then stays.
   */
  void leaveIfCurrent() {
    close();
    try {
      SpanContext current = Span.current().getSpanContext();
      if (current.isValid() && current.equals(Span.fromContext(context).getSpanContext())) {
        restore();
      }
    } catch (Throwable e) {
      Trouble.log("restoring a context", e);
    }
  }

  private void close() {
    try {
      scope.close();
    } catch (Throwable e) {
      Trouble.log("closing a scope", e);
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // there is nothing to go back to after this one
  private void restore() {
    try {
      if (Context.current() != before) {
        before.makeCurrent();
      }
    } catch (Throwable e) {
      Trouble.log("restoring a context", e);
    }
  }
}
