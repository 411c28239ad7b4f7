package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.gentrace.gate.FilterCondition;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.gentrace.gate.GateMeaning;
import ai.gentrace.otel.cli.gentrace.ottl.Truth;

/** GT208: the mark as a boolean. */
final class GateBool implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT208",
          "gate-bool",
          Severity.INFO,
          "The gate drops spans that are marked with the boolean true.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Gate gate : GatePlaces.judged(subject, GateMeaning.Verdict.RIGHT)) {
      if (gate.meaning().markedBool() == Truth.FALSE) {
        findings.add(
            place(gate),
            "Spans marked with the boolean true are dropped; only the string \"true\" passes.",
            "If some sender marks them so, drop only what is neither: `"
                + GateText.right(gate)
                + "`.");
      }
    }
  }

  private static Place place(Gate gate) {
    for (FilterCondition condition : gate.filter().traceConditions()) {
      if (GateMeaning.dropsBool(condition)) {
        return condition.scalar().place();
      }
    }
    return GatePlaces.mentioning(gate);
  }
}
