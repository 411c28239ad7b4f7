package ai.gentrace.otel.cli.run.doctor;

/** What a step came to. */
public enum StepVerdict {
  OK,
  FAIL,
  /** It could be looked at, and what was seen decides nothing. */
  NO_VERDICT,
  /** This call gives nothing to look at. */
  NOT_LOOKED_AT
}
