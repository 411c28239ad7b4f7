package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Nearest;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Signal;
import java.util.List;
import java.util.Locale;

/** GT011: what a pipeline's key begins with. */
final class UnknownSignal implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT011",
          "unknown-signal",
          Severity.ERROR,
          "A pipeline key that is not traces, metrics or logs.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final List<String> SIGNALS = List.of("traces", "metrics", "logs");

  @Override
  public void check(Subject subject, Findings findings) {
    for (Pipeline pipeline : subject.config().pipelines()) {
      String type = pipeline.id().type();
      if (pipeline.signal() == null) {
        findings.add(
            pipeline.setting().keyPlace(),
            "A pipeline is for traces, metrics or logs, and `" + type + "` is none of them.",
            Nearest.to(type.toLowerCase(Locale.ROOT), SIGNALS)
                .map(nearest -> "Did you mean `" + nearest + "`?")
                .orElse(""));
      } else if (pipeline.signal() == Signal.PROFILES) {
        findings.add(
            pipeline.setting().keyPlace(),
            "The collector refuses pipelines for profiles unless it is started with"
                + " --feature-gates=service.profilesSupport.",
            "If it is started so, silence this rule here.");
      }
    }
  }
}
