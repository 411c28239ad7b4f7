package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ComponentType;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.OtlpExporters;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.Signal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** GT014: components against their pipeline's signal. */
final class SignalUnsupported implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT014",
          "signal-unsupported",
          Severity.ERROR,
          "A component in a pipeline of a signal that it does not take.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Pipeline pipeline : subject.config().pipelines()) {
      Signal signal = pipeline.signal();
      // Which components take profiles changes from release to release.
      if (signal != null && signal != Signal.PROFILES) {
        check(subject, pipeline, signal, ComponentKind.RECEIVER, findings);
        check(subject, pipeline, signal, ComponentKind.PROCESSOR, findings);
        check(subject, pipeline, signal, ComponentKind.EXPORTER, findings);
      }
    }
  }

  private static void check(
      Subject subject, Pipeline pipeline, Signal signal, ComponentKind kind, Findings findings) {
    for (Reference reference : pipeline.references(kind).items()) {
      Component component = subject.config().component(kind, reference.id());
      if (component == null || subject.config().isConnector(reference.id())) {
        continue;
      }
      ComponentType type = subject.components().type(kind, reference.id().type());
      Set<Signal> signals = type == null ? null : type.signals();
      if (signals != null && !signals.contains(signal)) {
        String taken = signals.stream().sorted().map(Signal::key).collect(Collectors.joining(", "));
        findings.add(
            reference.item().place(),
            "`" + reference.id().type() + "` does not support " + signal.key() + ".",
            taken.isEmpty() ? "" : "It supports " + taken + ".");
      } else if (kind == ComponentKind.EXPORTER && lacksEndpoint(component, signal)) {
        findings.add(
            reference.item().place(),
            "The exporter `" + reference.id() + "` has no endpoint for " + signal.key() + ".",
            "Give it an `endpoint` or a `" + signal.key() + "_endpoint`.");
      }
    }
  }

  /** Whether an OTLP/HTTP exporter has endpoints of its own for other signals, and only those. */
  private static boolean lacksEndpoint(Component exporter, Signal signal) {
    MapValue body = exporter.body().asMap();
    return OtlpExporters.isHttp(exporter.id())
        && body != null
        && !ComponentSettings.isSet(body.get("endpoint"))
        && !ComponentSettings.isSet(body.get(signal.key() + "_endpoint"))
        && Arrays.stream(Signal.values())
            .anyMatch(each -> ComponentSettings.isSet(body.get(each.key() + "_endpoint")));
  }
}
