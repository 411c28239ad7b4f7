package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.run.doctor.Step.Question;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Step 2: the config's own error findings, and whether it is what the collector runs. */
final class ConfiguredStep {
  private static final Question QUESTION = Question.CONFIGURED;

  private ConfiguredStep() {}

  static Step judge(Evidence evidence) {
    ConfigFacts facts = evidence.facts();
    if (!facts.hasFile()) {
      return QUESTION.notLookedAt("no FILE was given", "name the collector's config");
    }
    if (!evidence.faults().isEmpty()) {
      ConfigFault first = evidence.faults().get(0);
      int more = evidence.faults().size() - 1;
      return QUESTION.fail(
          first.place()
              + ": "
              + first.message()
              + " ["
              + first.rule()
              + "]"
              + (more == 0 ? "" : " and " + more + " more"),
          "gentrace-otel validate " + facts.file() + " shows all; --fix repairs what is safe");
    }
    if (facts.exporters().isEmpty()) {
      return QUESTION.noVerdict(
          facts.file() + " has no exporter to Gentrace",
          "gentrace-otel init --merge " + facts.file() + " adds what is missing");
    }
    Set<String> running = evidence.seen().map(CollectorCounters::exporters).orElseGet(Set::of);
    Set<String> absent =
        facts.queuedExporters().stream()
            .filter(exporter -> !running.contains(exporter))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!running.isEmpty() && !absent.isEmpty()) {
      return QUESTION.noVerdict(
          facts.file()
              + " is not what this collector runs: it has "
              + String.join(", ", absent)
              + ", the collector's metrics name "
              + String.join(", ", running),
          "give the running collector's config, or restart the collector with this one");
    }
    return QUESTION.ok(facts.file() + " has no error", "");
  }
}
