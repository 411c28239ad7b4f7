package ai.gentrace.otel;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/**
 * Names that Gentrace reads on spans, in baggage and on span events. The same names as in
 * Gentrace's SDKs for Node and Python.
 */
public final class GentraceAttributes {
  /** The mark: baggage entry and span attribute; {@code "true"} sends the span to Gentrace. */
  public static final AttributeKey<String> GENTRACE_SAMPLE = stringKey("gentrace.sample");

  /** Baggage entry and span attribute of spans that belong to an experiment. */
  public static final AttributeKey<String> GENTRACE_IN_EXPERIMENT =
      stringKey("gentrace.in_experiment");

  /** Span attribute of an interaction: the id of its pipeline at Gentrace, a UUID. */
  public static final AttributeKey<String> GENTRACE_PIPELINE_ID = stringKey("gentrace.pipeline_id");

  /** Span attribute: the id of the experiment that a test case was run in. */
  public static final AttributeKey<String> GENTRACE_EXPERIMENT_ID =
      stringKey("gentrace.experiment_id");

  /** Span attribute: the id of the test case that was run. */
  public static final AttributeKey<String> GENTRACE_TEST_CASE_ID =
      stringKey("gentrace.test_case_id");

  /** Span attribute: the name of the test case that was run. */
  public static final AttributeKey<String> GENTRACE_TEST_CASE_NAME =
      stringKey("gentrace.test_case_name");

  /** Event attribute of {@link #EVENT_FN_ARGS}: a JSON array with one object per argument. */
  public static final AttributeKey<String> ARGS = stringKey("args");

  /** Event attribute of {@link #EVENT_FN_OUTPUT}: the JSON of the result. */
  public static final AttributeKey<String> OUTPUT = stringKey("output");

  /** Span event with the arguments of a call, added before its body runs. */
  public static final String EVENT_FN_ARGS = "gentrace.fn.args";

  /** Span event with the result of a call, added after its body returned. */
  public static final String EVENT_FN_OUTPUT = "gentrace.fn.output";

  private GentraceAttributes() {}
}
