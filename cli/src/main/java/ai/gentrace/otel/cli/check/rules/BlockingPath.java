package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;

/** GT302: a queue that is off or blocks. */
final class BlockingPath implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT302",
          "blocking-path",
          Severity.ERROR,
          "The exporter to Gentrace waits, so that trouble there reaches the other backends.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Component exporter : subject.path().exporters()) {
      flag(exporter, "enabled", false, "Without a queue", "Take `enabled: false` out.", findings);
      flag(
          exporter,
          "block_on_overflow",
          true,
          "When the queue is full",
          "Take it out: what does not fit is then dropped.",
          findings);
      flag(
          exporter,
          "blocking",
          true,
          "When the queue is full",
          "Take it out: what does not fit is then dropped.",
          findings);
      flag(
          exporter,
          "wait_for_result",
          true,
          "Until Gentrace has answered",
          "Take it out.",
          findings);
    }
  }

  private static void flag(
      Component exporter, String key, boolean bad, String when, String help, Findings findings) {
    ScalarValue value = exporter.scalar("sending_queue", key);
    if (value != null
        && value.type() == ScalarType.BOOL
        && value.text().equalsIgnoreCase(String.valueOf(bad))) {
      findings.add(
          value.place(),
          when
              + ", the pipeline waits for Gentrace, and with it every backend that shares its receiver.",
          help);
    }
  }
}
