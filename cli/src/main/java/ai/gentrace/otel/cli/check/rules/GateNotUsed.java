package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.gentrace.gate.Gate;

/** GT205: a gate that stands beside the way. */
final class GateNotUsed implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT205",
          "gate-not-used",
          Severity.ERROR,
          "The gate is defined, and the pipeline to Gentrace does not use it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Gate gate : Ways.unusedGates(subject)) {
      Pipeline pipeline =
          Ways.of(subject).stream()
              .filter(way -> Ways.gateIndex(subject, way) < 0)
              .map(Ways.Way::last)
              .findFirst()
              .orElseThrow();
      findings.add(
          gate.filter().component().setting().keyPlace(),
          "The gate is not used: `" + pipeline.id() + "` sends every span to Gentrace.",
          "Put `" + gate.filter().component().id() + "` first among its processors.");
    }
  }
}
