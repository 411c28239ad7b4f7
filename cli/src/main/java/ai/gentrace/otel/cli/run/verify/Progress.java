package ai.gentrace.otel.cli.run.verify;

/** Hears how far the runs are, from several threads. */
@FunctionalInterface
public interface Progress {
  /** Where a run stands. */
  enum Phase {
    STARTING,
    SENDING,
    WAITING,
    ENDING,
    DONE
  }

  void phase(Scenario scenario, Phase phase);
}
