package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;

/** GT104: the exporter's protocol. */
final class GrpcExporter implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT104",
          "grpc-exporter",
          Severity.ERROR,
          "A gRPC exporter for Gentrace, which takes OTLP over HTTP only.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Component exporter : GentraceExporters.grpc(subject)) {
      findings.add(
          exporter.setting().keyPlace(),
          "`" + exporter.id() + "` speaks gRPC, and Gentrace takes OTLP over HTTP only.",
          "Use "
              + (subject.isAtLeast(144) ? "`otlp_http`" : "`otlphttp`")
              + " with `traces_endpoint: "
              + subject.endpoint().tracesUrl()
              + "`.");
    }
  }
}
