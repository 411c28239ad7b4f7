package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.gentrace.gate.GentraceKeys;
import java.util.ArrayList;
import java.util.List;

/** GT212: what happens to the mark before the gate. */
final class MarkRemoved implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT212",
          "mark-removed",
          Severity.ERROR,
          "A processor before the gate takes the mark off the spans.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    List<ComponentId> judged = new ArrayList<>();
    for (Ways.Way way : Ways.of(subject)) {
      int gate = Ways.gateIndex(subject, way);
      for (Reference processor : way.processors().subList(0, Math.max(0, gate))) {
        Component component = subject.config().component(ComponentKind.PROCESSOR, processor.id());
        if (component != null && !judged.contains(component.id())) {
          judged.add(component.id());
          MarkRemoval.place(component)
              .ifPresent(
                  place ->
                      findings.add(
                          place,
                          "`"
                              + component.id()
                              + "` takes `"
                              + GentraceKeys.SAMPLE
                              + "` off the spans before the gate looks at it: all are dropped.",
                          "Put the gate before `"
                              + component.id()
                              + "`, or let it keep the mark."));
        }
      }
    }
  }
}
