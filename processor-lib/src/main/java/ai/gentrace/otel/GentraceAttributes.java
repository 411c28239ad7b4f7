package ai.gentrace.otel;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/** Names that Gentrace reads on spans, in baggage and on span events. */
public final class GentraceAttributes {
  /** The mark: baggage entry and span attribute; {@code "true"} sends the span to Gentrace. */
  public static final AttributeKey<String> GENTRACE_SAMPLE = stringKey("gentrace.sample");

  /** Baggage entry and span attribute of spans that belong to an experiment. */
  public static final AttributeKey<String> GENTRACE_IN_EXPERIMENT =
      stringKey("gentrace.in_experiment");

  private GentraceAttributes() {}
}
