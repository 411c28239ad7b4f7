package ai.gentrace.otel.benchmarks.library;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/** What the baggage of the parent context holds. */
public enum Entries {
  /** No baggage. */
  NONE(false, 0),
  /** The mark alone. */
  MARK(true, 0),
  /** The mark among eight other entries. */
  MARK_AND_8(true, 8),
  /** Eight other entries. */
  OTHER_8(false, 8);

  @SuppressWarnings("ImmutableEnumChecker") // contexts are immutable
  private final Context context;

  Entries(boolean marked, int others) {
    Context parent =
        Context.root()
            .with(
                Span.wrap(
                    SpanContext.create(
                        "0af7651916cd43dd8448eb211c80319c",
                        "b7ad6b7169203331",
                        TraceFlags.getSampled(),
                        TraceState.getDefault())));
    BaggageBuilder baggage = Baggage.builder();
    for (int i = 0; i < others; i++) {
      baggage.put("team.key" + i, "value" + i);
    }
    if (marked) {
      baggage.put("gentrace.sample", "true");
    }
    context = marked || others > 0 ? parent.with(baggage.build()) : parent;
  }

  Context context() {
    return context;
  }
}
