package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import java.util.HashSet;
import java.util.Set;

/** GT010: the collector builds a processor once for each pipeline. */
final class DuplicateProcessor implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT010",
          "duplicate-processor",
          Severity.ERROR,
          "The same processor twice in one pipeline.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Pipeline pipeline : subject.config().pipelines()) {
      Set<ComponentId> seen = new HashSet<>();
      for (Reference processor : pipeline.processors().items()) {
        if (processor.isKnown() && processor.id().problem() == null && !seen.add(processor.id())) {
          findings.add(
              processor.item().place(),
              "The processor `" + processor.id() + "` stands twice in `" + pipeline.id() + "`.",
              "Take one of the two out, or define a second one under another name.");
        }
      }
    }
  }
}
