package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.gentrace.gate.GateMeaning;

/** GT202: a gate that is always shut. */
final class GateDropsAll implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo("GT202", "gate-drops-all", Severity.ERROR, "The gate lets no span through.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Gate gate : GatePlaces.judged(subject, GateMeaning.Verdict.DROPS_ALL)) {
      findings.add(
          GatePlaces.dropping(gate),
          "Marked spans are dropped, and unmarked ones too: nothing reaches Gentrace.",
          "Conditions and list items are joined by `or`. Drop what is not marked: `"
              + GateText.right(gate)
              + "`.");
    }
  }
}
