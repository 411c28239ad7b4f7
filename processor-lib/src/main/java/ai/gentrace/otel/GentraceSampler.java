package ai.gentrace.otel;

import static java.util.Objects.requireNonNull;

import ai.gentrace.otel.internal.Mark;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Records and samples each span that is marked for Gentrace: its parent context's baggage holds
 * {@code gentrace.sample=true}, or its builder carried that attribute. The parent's sampled flag
 * plays no part. Immutable and thread-safe.
 *
 * <p>{@link #create()} drops everything else, for every exporter of the SDK and, through the
 * sampled flag, for the services downstream. Where other backends share the SDK, use {@link
 * #orElse(Sampler)}, or no sampler at all and {@link GentraceSpanExporter}.
 */
public final class GentraceSampler implements Sampler {
  private static final GentraceSampler MARKED_ONLY =
      new GentraceSampler(Sampler.alwaysOff(), "GentraceSampler");

  private final Sampler unmarked;
  private final String description;

  private GentraceSampler(Sampler unmarked, String description) {
    this.unmarked = unmarked;
    this.description = description;
  }

  /**
   * Returns the sampler that keeps marked spans and drops all others.
   *
   * @return the sampler
   */
  public static Sampler create() {
    return MARKED_ONLY;
  }

  /**
   * Returns a sampler that keeps marked spans and leaves all others to {@code other}.
   *
   * @param other decides for what is not marked
   * @return the sampler
   * @throws NullPointerException if {@code other} is null
   */
  public static Sampler orElse(Sampler other) {
    requireNonNull(other, "other");
    return new GentraceSampler(other, "GentraceSampler{orElse:" + other.getDescription() + "}");
  }

  @Override
  public SamplingResult shouldSample(
      Context parentContext,
      String traceId,
      String name,
      SpanKind spanKind,
      Attributes attributes,
      List<LinkData> parentLinks) {
    if (Mark.isIn(Baggage.fromContext(parentContext)) || Mark.isIn(attributes)) {
      return SamplingResult.recordAndSample();
    }
    return unmarked.shouldSample(parentContext, traceId, name, spanKind, attributes, parentLinks);
  }

  @Override
  public String getDescription() {
    return description;
  }

  /** Shuts the other sampler down. Called by SDK 1.65 and newer. */
  @Override
  public CompletableResultCode shutdown() {
    return unmarked.shutdown();
  }

  @Override
  public String toString() {
    return description;
  }
}
