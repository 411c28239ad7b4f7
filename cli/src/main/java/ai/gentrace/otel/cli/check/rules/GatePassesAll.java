package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.gentrace.gate.GateMeaning;
import ai.gentrace.otel.cli.gentrace.ottl.Truth;

/** GT203: a gate that is always open. */
final class GatePassesAll implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo("GT203", "gate-passes-all", Severity.ERROR, "The gate lets every span through.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Gate gate : GatePlaces.judged(subject, GateMeaning.Verdict.PASSES_ALL)) {
      findings.add(
          GatePlaces.mentioning(gate),
          meaning(gate),
          "Drop what is not marked: `" + GateText.right(gate) + "`.");
    }
  }

  private static String meaning(Gate gate) {
    if (!gate.filter().filtersTraces()) {
      return "The gate has no condition on spans: marked and unmarked ones are sent.";
    }
    return gate.meaning().unmarked() == Truth.TRUE
        ? "Marked spans are sent, and unmarked ones too."
        : "Marked spans are sent, and those marked \"false\" too.";
  }
}
