package ai.gentrace.otel;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_PIPELINE_ID;
import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;

import ai.gentrace.otel.internal.Mark;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Traced} span that marks itself and all that runs below it for Gentrace: the baggage
 * entry {@code gentrace.sample=true} is set before it starts and travels on to other services. It
 * also carries the attribute {@code gentrace.pipeline_id}.
 */
public final class Interaction extends Traced {
  private static final String NO_PIPELINE = "default";
  private static final AtomicBoolean warnedOfPipelineId = new AtomicBoolean();

  private final @Nullable String pipelineId;

  Interaction(GentraceTracer tracer, String name) {
    super(tracer, name);
    this.pipelineId = null;
  }

  private Interaction(
      Traced other,
      Object[] arguments,
      Object[] attributes,
      boolean captureOutput,
      @Nullable String pipelineId) {
    super(other.tracer, other.name, arguments, attributes, captureOutput);
    this.pipelineId = pipelineId;
  }

  /**
   * Sets the id of the pipeline at Gentrace, a UUID. Null stands for {@code default}; what is no
   * UUID is used all the same, with one warning a process. It wins over an attribute of that name.
   *
   * @param id the id, or null
   * @return the changed copy
   */
  public Interaction pipelineId(@Nullable String id) {
    return new Interaction(this, arguments, attributes, captureOutput, id);
  }

  @Override
  Interaction with(Object[] arguments, Object[] attributes, boolean captureOutput) {
    return new Interaction(this, arguments, attributes, captureOutput, pipelineId);
  }

  @Override
  public Interaction arg(String name, @Nullable Object value) {
    return (Interaction) super.arg(name, value);
  }

  @Override
  public <T> Interaction attribute(AttributeKey<T> key, @Nullable T value) {
    return (Interaction) super.attribute(key, value);
  }

  @Override
  public Interaction attribute(String key, @Nullable String value) {
    return (Interaction) super.attribute(key, value);
  }

  @Override
  public Interaction captureOutput(boolean capture) {
    return (Interaction) super.captureOutput(capture);
  }

  @Override
  Context prepare(Context parent) {
    return Mark.set(parent);
  }

  @Override
  void prepare(SpanBuilder builder) {
    super.prepare(builder);
    // On the builder too: then neither a processor nor the sampler's view of baggage is needed,
    // which SDK 1.60 takes away from samplers of root spans.
    builder.setAttribute(GENTRACE_SAMPLE, Mark.TRUE);
    builder.setAttribute(GENTRACE_PIPELINE_ID, pipelineId == null ? NO_PIPELINE : pipelineId);
    if (pipelineId != null
        && !pipelineId.equals(NO_PIPELINE)
        && !isUuid(pipelineId)
        && warnedOfPipelineId.compareAndSet(false, true)) {
      Trouble.warn(
          "The pipeline id of an interaction is no UUID. It is used as it is, but Gentrace may not"
              + " know the pipeline: copy the id from the pipeline's page.");
    }
  }

  /** The 36 characters of a UUID; UUID.fromString would also take "1-1-1-1-1". */
  private static boolean isUuid(String id) {
    if (id.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      char c = id.charAt(i);
      boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      if (hyphen ? c != '-' : !hex) {
        return false;
      }
    }
    return true;
  }
}
