package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Setting;

/** GT050: a config without a way to Gentrace. */
final class NoGentracePipeline implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT050",
          "no-gentrace-pipeline",
          Severity.WARNING,
          "Nothing in the config exports to Gentrace.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    boolean known = subject.config().section(ComponentKind.EXPORTER).isKnown();
    for (Pipeline pipeline : subject.config().pipelines()) {
      known &= pipeline.isKnown() && pipeline.exporters().isKnown();
    }
    MapValue root = subject.config().root();
    Setting pipelines = root.find("service", "pipelines");
    if (!known || !subject.path().pipelines().isEmpty() || pipelines == null) {
      return;
    }
    if (subject.config().pipelines().isEmpty()) {
      return;
    }
    findings.add(
        pipelines.keyPlace(),
        "Nothing exports to Gentrace.",
        "`gentrace-otel init --merge " + pipelines.keyPlace().file() + "` adds what it takes.");
  }
}
