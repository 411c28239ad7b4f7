package ai.gentrace.otel.cli.gentrace.gate;

import java.util.Set;

/** The span attributes that Gentrace reads. */
public final class GentraceKeys {
  /** The mark: {@code "true"} sends a span to Gentrace. */
  public static final String SAMPLE = "gentrace.sample";

  /** All of them. */
  public static final Set<String> ALL =
      Set.of(
          SAMPLE,
          "gentrace.in_experiment",
          "gentrace.pipeline_id",
          "gentrace.experiment_id",
          "gentrace.test_case_id",
          "gentrace.test_case_name");

  private GentraceKeys() {}
}
