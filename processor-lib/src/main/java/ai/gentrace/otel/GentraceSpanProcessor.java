package ai.gentrace.otel;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Copies the baggage entries {@code gentrace.sample} and {@code gentrace.in_experiment} of a span's
 * parent context to the span, when it starts. Thread-safe and stateless.
 *
 * <p>A value longer than 256 characters is not copied: a remote caller controls baggage.
 */
public final class GentraceSpanProcessor implements SpanProcessor {
  private static final int MAX_VALUE_LENGTH = 256;
  private static final GentraceSpanProcessor INSTANCE = new GentraceSpanProcessor();

  private GentraceSpanProcessor() {}

  /**
   * Returns the processor.
   *
   * @return the processor
   */
  public static GentraceSpanProcessor create() {
    return INSTANCE;
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    Baggage baggage = Baggage.fromContextOrNull(parentContext);
    if (baggage == null) {
      return;
    }
    copy(baggage, GentraceAttributes.GENTRACE_SAMPLE, span);
    copy(baggage, GentraceAttributes.GENTRACE_IN_EXPERIMENT, span);
  }

  private static void copy(Baggage baggage, AttributeKey<String> key, ReadWriteSpan span) {
    @Nullable String value = baggage.getEntryValue(key.getKey());
    if (value != null && value.length() <= MAX_VALUE_LENGTH) {
      span.setAttribute(key, value);
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

  @Override
  public String toString() {
    return "GentraceSpanProcessor";
  }
}
