package ai.gentrace.otel.cli.run.verify;

/** What a proof came to. */
public enum Verdict {
  HOLDS,
  FAILS,
  /** It differs by chance, from run to run, with or without Gentrace. */
  NOT_COMPARABLE,
  /** Nobody knows, and somebody should. */
  NO_VERDICT,
  /** The config gives nothing to look at. */
  NOT_LOOKED_AT
}
