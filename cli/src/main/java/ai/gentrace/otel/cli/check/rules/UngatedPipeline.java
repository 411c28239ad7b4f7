package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Pipeline;
import java.util.HashSet;
import java.util.Set;

/** GT204: ways to Gentrace on which nothing chooses. */
final class UngatedPipeline implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT204", "ungated-pipeline", Severity.ERROR, "A pipeline sends every span to Gentrace.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    if (!Ways.unusedGates(subject).isEmpty()) {
      return;
    }
    Set<ComponentId> reported = new HashSet<>();
    for (Ways.Way way : Ways.of(subject)) {
      Pipeline pipeline = way.last();
      if (!Ways.isOpen(subject, way)
          && !Ways.hasSelection(subject, way)
          && reported.add(pipeline.id())) {
        findings.add(
            pipeline.setting().keyPlace(),
            "`" + pipeline.id() + "` has no gate: every span is sent to Gentrace.",
            "Add a filter processor that drops what is not marked; `gentrace-otel init` shows one.");
      }
    }
  }
}
