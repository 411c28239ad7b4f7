package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Setting;

/** GT304: everything but Gentrace's parts, compared with --baseline. */
final class ExistingExporterChanged implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT304",
          "existing-exporter-changed",
          Severity.ERROR,
          "Another pipeline is not what it was in the baseline.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    CollectorConfig baseline = subject.baseline();
    if (baseline == null) {
      return;
    }
    for (Pipeline before : baseline.pipelines()) {
      Pipeline now = subject.config().pipeline(before.id());
      if (now == null) {
        findings.add(
            pipelinesPlace(subject),
            "The pipeline `" + before.id() + "` of the baseline is gone.",
            "It stands at " + before.setting().keyPlace() + ".");
        continue;
      }
      String difference = Baseline.difference(baseline, before, subject.config(), now);
      if (!difference.isEmpty()) {
        findings.add(
            now.setting().keyPlace(),
            "`" + now.id() + "` differs from the baseline: " + difference + ".",
            "It was: " + before.setting().keyPlace() + ".");
      }
    }
  }

  private static Place pipelinesPlace(Subject subject) {
    MapValue root = subject.config().root();
    Setting pipelines = root.find("service", "pipelines");
    return pipelines == null ? root.place() : pipelines.keyPlace();
  }
}
