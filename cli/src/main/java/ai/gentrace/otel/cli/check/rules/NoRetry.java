package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;

/** GT303: retries of the exporter to Gentrace. */
final class NoRetry implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT303",
          "no-retry",
          Severity.WARNING,
          "What Gentrace does not take at once is lost, or is retried for ever.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final LazyPattern ZERO = LazyPattern.of("0+|0*(\\.0*)?(ns|us|µs|ms|s|m|h)");

  @Override
  public void check(Subject subject, Findings findings) {
    for (Component exporter : subject.path().exporters()) {
      ScalarValue enabled = exporter.scalar("retry_on_failure", "enabled");
      if (enabled != null
          && enabled.type() == ScalarType.BOOL
          && enabled.text().equalsIgnoreCase("false")) {
        findings.add(
            enabled.place(),
            "Retries are off: what Gentrace does not take at once is lost.",
            "Take `enabled: false` out.");
        continue;
      }
      ScalarValue elapsed = exporter.scalar("retry_on_failure", "max_elapsed_time");
      if (elapsed != null
          && ZERO.matcher(elapsed.text()).matches()
          && exporter.find("sending_queue", "storage") == null) {
        findings.add(
            elapsed.place(),
            "Retries never end, and nothing outlives a restart: while Gentrace is away the queue"
                + " fills up with what is old, and drops what is new.",
            "Give it an end, such as 300s, or keep the queue in a `storage`.");
      }
    }
  }
}
