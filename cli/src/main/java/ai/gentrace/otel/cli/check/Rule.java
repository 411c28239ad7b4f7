package ai.gentrace.otel.cli.check;

/** One rule. Has no state; one instance serves all configs, on any thread. */
public interface Rule {
  /** What it is called. */
  RuleInfo info();

  /** Adds a finding for each place where the config breaks the rule. */
  void check(Subject subject, Findings findings);
}
