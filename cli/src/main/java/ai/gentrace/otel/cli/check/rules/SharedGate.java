package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.gentrace.gate.GateMeaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** GT301: a gate on somebody else's way. */
final class SharedGate implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT301",
          "shared-gate",
          Severity.ERROR,
          "The gate stands in a pipeline that also feeds other backends, and drops their spans.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Exporters that nobody reads the data of. */
  private static final Set<String> NO_BACKENDS = Set.of("debug", "logging", "nop");

  @Override
  public void check(Subject subject, Findings findings) {
    List<Value> reported = new ArrayList<>();
    for (Ways.Way way : Ways.of(subject)) {
      for (Pipeline pipeline : way.pipelines()) {
        Optional<String> other = otherBackend(subject, pipeline, new HashSet<>());
        for (Reference processor : pipeline.processors().items()) {
          Gate gate = subject.gate(processor.id());
          boolean drops =
              gate != null && gate.meaning().verdict() != GateMeaning.Verdict.PASSES_ALL;
          if (drops && other.isPresent() && !reported.contains(processor.item())) {
            reported.add(processor.item());
            findings.add(
                processor.item().place(),
                "The gate stands in `"
                    + pipeline.id()
                    + "`, which also feeds `"
                    + other.get()
                    + "`: that backend loses every unmarked span.",
                "Give Gentrace a pipeline of its own, with the same receivers.");
          }
        }
      }
    }
  }

  /** Somebody else who gets what leaves a pipeline. */
  private static Optional<String> otherBackend(
      Subject subject, Pipeline pipeline, Set<ComponentId> visited) {
    if (!visited.add(pipeline.id())) {
      return Optional.empty();
    }
    for (Reference exporter : pipeline.exporters().items()) {
      if (!exporter.isKnown()) {
        continue;
      }
      if (subject.config().isConnector(exporter.id())) {
        for (Pipeline next : subject.graph().fedBy(exporter.id())) {
          Optional<String> behind = otherBackend(subject, next, visited);
          if (behind.isPresent()) {
            return behind;
          }
        }
      } else if (!NO_BACKENDS.contains(exporter.id().type())
          && subject.path().exporters().stream()
              .noneMatch(gentrace -> gentrace.id().equals(exporter.id()))) {
        return Optional.of(exporter.id().toString());
      }
    }
    return Optional.empty();
  }
}
