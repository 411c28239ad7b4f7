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

/** GT305: a wall between Gentrace and the others. */
final class UnbufferedPath implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT305",
          "unbuffered-path",
          Severity.WARNING,
          "No batch processor stands between a shared receiver and the exporter to Gentrace.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Set<ComponentId> reported = new HashSet<>();
    for (Ways.Way way : Ways.of(subject)) {
      Pipeline pipeline = way.last();
      boolean wall =
          way.processors().stream()
              .anyMatch(processor -> Ways.BATCHERS.contains(processor.id().type()));
      if (!wall && isKnown(way) && isShared(subject, way) && reported.add(pipeline.id())) {
        findings.add(
            pipeline.setting().keyPlace(),
            "`"
                + pipeline.id()
                + "` shares its receiver and has no `batch`: a full queue is answered"
                + " with an error, and senders repeat everything to everyone.",
            "Put a `batch` processor of its own behind the gate.");
      }
    }
  }

  private static boolean isKnown(Ways.Way way) {
    return way.pipelines().stream().allMatch(each -> each.processors().isKnown());
  }

  /** Whether what enters the way also goes elsewhere. */
  private static boolean isShared(Subject subject, Ways.Way way) {
    Reference receiver = way.receiver();
    if (receiver == null) {
      return false;
    }
    boolean others =
        subject.config().pipelines().stream()
            .filter(other -> other.signal() == way.pipelines().get(0).signal())
            .filter(other -> !way.pipelines().contains(other))
            .filter(other -> !leadsOnlyToGentrace(subject, other))
            .anyMatch(
                other ->
                    other.receivers().get(receiver.id()) != null
                        || way.connectors().stream()
                            .anyMatch(each -> other.receivers().get(each) != null));
    boolean fansOut =
        way.pipelines().stream()
            .flatMap(pipeline -> pipeline.exporters().items().stream())
            .anyMatch(
                exporter ->
                    !way.connectors().contains(exporter.id())
                        && !isDeadEnd(subject, exporter)
                        && subject.path().exporters().stream()
                            .noneMatch(gentrace -> gentrace.id().equals(exporter.id())));
    return others || fansOut;
  }

  private static boolean leadsOnlyToGentrace(Subject subject, Pipeline pipeline) {
    return pipeline.exporters().isKnown()
        && pipeline.exporters().items().stream()
            .allMatch(
                exporter ->
                    isDeadEnd(subject, exporter)
                        || subject.path().exporters().stream()
                            .anyMatch(gentrace -> gentrace.id().equals(exporter.id())));
  }

  /** A connector from which no pipeline receives: nobody is behind it. */
  private static boolean isDeadEnd(Subject subject, Reference exporter) {
    return subject.config().isConnector(exporter.id())
        && subject.graph().fedBy(exporter.id()).isEmpty();
  }
}
