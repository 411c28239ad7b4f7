package ai.gentrace.otel.internal;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * What "marked" means, in one place: the baggage entry {@code gentrace.sample} is exactly {@code
 * true}, or the attribute of that name is the string {@code true} or the boolean true.
 *
 * <p>Internal: it may change or vanish in any release.
 */
public final class Mark {
  /** The value that marks. */
  public static final String TRUE = "true";

  /** What the names of Gentrace's baggage entries begin with. */
  public static final String BAGGAGE_PREFIX = "gentrace.";

  // Other SDKs and hand-written code set a boolean; the collector's gate lets it pass as well.
  private static final AttributeKey<Boolean> BOOLEAN_SAMPLE =
      AttributeKey.booleanKey(GENTRACE_SAMPLE.getKey());

  private Mark() {}

  /**
   * Returns whether the baggage carries the mark.
   *
   * @param baggage the baggage
   * @return whether it does
   */
  public static boolean isIn(Baggage baggage) {
    return TRUE.equals(baggage.getEntryValue(GENTRACE_SAMPLE.getKey()));
  }

  /**
   * Returns whether one of the attributes is the mark.
   *
   * @param attributes the attributes
   * @return whether one is
   */
  public static boolean isIn(Attributes attributes) {
    return TRUE.equals(attributes.get(GENTRACE_SAMPLE))
        || Boolean.TRUE.equals(attributes.get(BOOLEAN_SAMPLE));
  }

  /**
   * Returns whether one of the span's attributes is the mark.
   *
   * @param span the span
   * @return whether one is
   */
  public static boolean isIn(ReadableSpan span) {
    return TRUE.equals(span.getAttribute(GENTRACE_SAMPLE))
        || Boolean.TRUE.equals(span.getAttribute(BOOLEAN_SAMPLE));
  }

  /**
   * Returns {@code context} with the mark in its baggage; all other entries stay as they are.
   *
   * @param context the context to mark
   * @return the marked context
   */
  public static Context set(Context context) {
    Baggage baggage = Baggage.fromContext(context);
    if (isIn(baggage)) {
      return context;
    }
    return context.with(baggage.toBuilder().put(GENTRACE_SAMPLE.getKey(), TRUE).build());
  }
}
