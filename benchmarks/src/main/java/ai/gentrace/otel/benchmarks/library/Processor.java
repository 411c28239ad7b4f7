package ai.gentrace.otel.benchmarks.library;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;

import ai.gentrace.otel.GentraceSpanProcessor;
import io.opentelemetry.context.Context;
import io.opentelemetry.contrib.baggage.processor.BaggageSpanProcessor;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.List;

/** The processors that are compared. */
public enum Processor {
  /** Does nothing: the floor. */
  NOOP(new OnStart(false)),
  /** Sets the attribute whatever the baggage holds: the floor of a hit. */
  SET_ATTRIBUTE(new OnStart(true)),
  /** Ours. */
  GENTRACE(GentraceSpanProcessor.create()),
  /** Contrib's with the two names. */
  CONTRIB_EXACT(
      new BaggageSpanProcessor(List.of("gentrace.sample", "gentrace.in_experiment"), List.of())),
  /** Contrib's with a pattern. */
  CONTRIB_GLOB(new BaggageSpanProcessor(List.of("gentrace.*"), List.of())),
  /** Contrib's for all entries. */
  CONTRIB_ALL(BaggageSpanProcessor.allowAllBaggageKeys());

  @SuppressWarnings("ImmutableEnumChecker") // these have no state
  private final SpanProcessor processor;

  Processor(SpanProcessor processor) {
    this.processor = processor;
  }

  SpanProcessor get() {
    return processor;
  }

  private static final class OnStart implements SpanProcessor {
    private final boolean sets;

    private OnStart(boolean sets) {
      this.sets = sets;
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
      if (sets) {
        span.setAttribute(GENTRACE_SAMPLE, "true");
      }
    }

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return false;
    }
  }
}
