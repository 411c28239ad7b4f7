package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.gentrace.gate.GateMeaning;

/** GT201: a gate that is the wrong way round. */
final class InvertedGate implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT201",
          "inverted-gate",
          Severity.ERROR,
          "The gate drops marked spans and lets the others through.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Gate gate : GatePlaces.judged(subject, GateMeaning.Verdict.INVERTED)) {
      findings.add(
          GatePlaces.dropping(gate),
          "Marked spans are dropped, unmarked ones are sent: a filter's conditions say what to drop.",
          "Drop what is not marked: `" + GateText.right(gate) + "`.");
    }
  }
}
