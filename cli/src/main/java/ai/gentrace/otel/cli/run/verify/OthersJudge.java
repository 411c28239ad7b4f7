package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import ai.gentrace.otel.cli.run.verify.RunResult.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Judges what everybody but Gentrace gets. */
final class OthersJudge {
  private final Rehearsal rehearsal;
  private final Results results;
  private final List<SpanKey> order;
  private final Blame blame;

  OthersJudge(Rehearsal rehearsal, Results results) {
    this.rehearsal = rehearsal;
    this.results = results;
    this.order = List.copyOf(rehearsal.samples().spans().keySet());
    this.blame = new Blame(rehearsal);
  }

  /** The exporters that are not Gentrace's. */
  List<ComponentId> exporters() {
    List<ComponentId> exporters = new ArrayList<>(rehearsal.with().exporters());
    for (ComponentId id : rehearsal.without().exporters()) {
      if (!exporters.contains(id)) {
        exporters.add(id);
      }
    }
    exporters.removeAll(rehearsal.parts().exporters());
    return exporters;
  }

  /** Whether an exporter gets the same with and without Gentrace's parts. */
  Proof same(ComponentId exporter) {
    Proof proof =
        Proof.of(
                "others-unchanged",
                exporter.toString(),
                exporter + " gets what it gets without the Gentrace parts")
            .from(Scenario.HEALTHY);
    Received expected = results.get(Scenario.WITHOUT).received(exporter);
    Difference chance = chance(exporter);
    Difference difference =
        between(expected, results.get(Scenario.HEALTHY).received(exporter), key -> true);
    Difference comparable = difference.comparable(chance);
    if (!comparable.isNone()) {
      Blame.Culprit culprit = blame.ofLoss(exporter);
      return proof
          .with(Verdict.FAILS, counts(expected, results.get(Scenario.HEALTHY).received(exporter)))
          .because(words(comparable))
          .blaming(culprit.place(), culprit.remedy());
    }
    if (!chance.sameSpans() || !chance.series().isEmpty() || !chance.logs().isEmpty()) {
      return proof
          .with(Verdict.NOT_COMPARABLE, counts(expected, expected))
          .because(List.of("two runs without Gentrace differ, " + probably(exporter)));
    }
    return proof
        .with(Verdict.HOLDS, counts(expected, expected))
        .because(
            chance.changed().isEmpty()
                ? List.of()
                : List.of(
                    "the same spans; what is in them differs between two runs without Gentrace, "
                        + probably(exporter)));
  }

  private String probably(ComponentId exporter) {
    List<ComponentId> suspects = new Suspects(rehearsal).of(exporter);
    return suspects.isEmpty()
        ? "for a reason that this tool does not know"
        : "probably because of " + suspects.get(0);
  }

  /** Whether the others get everything once while Gentrace fails, and no request is refused. */
  Proof badDay(Scenario scenario) {
    Proof proof =
        Proof.of(
                "bad-day",
                scenario.id(),
                scenario.words() + ": everybody else gets everything once")
            .from(scenario);
    RunResult run = results.get(scenario);
    List<String> reasons = new ArrayList<>();
    int checked = 0;
    boolean repeated = false;
    List<String> incomparable = new ArrayList<>();
    for (ComponentId exporter : exporters()) {
      if (!chance(exporter).sameSpans()) {
        incomparable.add(exporter + " is not comparable");
        continue;
      }
      Received expected = results.get(Scenario.HEALTHY).received(exporter);
      Difference difference =
          between(expected, run.received(exporter), run.sent()::contains)
              .comparable(chance(exporter));
      if (!run.sent().containsAll(order)) {
        difference = difference.spansOnly();
      }
      checked += expected.arrivals();
      repeated |= !difference.repeated().isEmpty();
      for (String reason : words(difference)) {
        reasons.add(exporter + ": " + reason);
      }
    }
    Refusals refusals = run.refusals();
    if (refusals.requests() > 0) {
      reasons.add(
          0,
          refusals.requests()
              + (refusals.requests() == 1 ? " request" : " requests")
              + " refused, "
              + refusals.lost()
              + " for good: "
              + refusals.answer().orElse("no answer"));
    }
    if (run.memoryLimited()) {
      return proof
          .with(Verdict.NO_VERDICT, "")
          .because(List.of("memory_limiter refused data in this run, whatever Gentrace did"));
    }
    if (!reasons.isEmpty()) {
      if (repeated) {
        reasons.add("existing backends get spans twice: senders repeat a refused request to all");
      }
      Blame.Culprit culprit = blame.ofTrouble();
      return proof
          .with(Verdict.FAILS, "")
          .because(reasons)
          .blaming(culprit.place(), culprit.remedy());
    }
    if (scenario == Scenario.FULL_QUEUE && !run.queueFull() && !queueOff()) {
      return proof
          .with(Verdict.NO_VERDICT, "")
          .because(List.of("the queue could not be filled in reasonable time"));
    }
    return proof
        .with(Verdict.HOLDS, (checked == 0 ? "" : checked + " spans, ") + "no request refused")
        .because(incomparable);
  }

  private boolean queueOff() {
    return rehearsal.parts().exporters().stream()
        .allMatch(id -> new QueueSettings(rehearsal.config(), id).isOff());
  }

  private Difference chance(ComponentId exporter) {
    return between(
        results.get(Scenario.WITHOUT).received(exporter),
        results.get(Scenario.WITHOUT_AGAIN).received(exporter),
        key -> true);
  }

  private Difference between(Received expected, Received actual, Predicate<SpanKey> counted) {
    return Difference.between(expected, actual, order, counted);
  }

  private static String counts(Received expected, Received actual) {
    List<String> counts = new ArrayList<>();
    add(counts, expected.arrivals(), actual.arrivals(), "spans");
    add(counts, expected.series().size(), actual.series().size(), "metric series");
    add(counts, expected.logs().size(), actual.logs().size(), "log records");
    return counts.isEmpty() ? "nothing comes to it" : String.join(", ", counts);
  }

  private static void add(List<String> counts, int expected, int actual, String noun) {
    if (expected > 0 || actual > 0) {
      counts.add((actual == expected ? "" : actual + " of ") + expected + " " + noun);
    }
  }

  private List<String> words(Difference difference) {
    List<String> words = new ArrayList<>();
    spans(words, difference.missing(), "missing");
    spans(words, difference.added(), "not there without Gentrace");
    spans(words, difference.repeated(), "more often than without trouble at Gentrace");
    spans(words, difference.changed(), "with other content");
    if (!difference.series().isEmpty()) {
      words.add(
          difference.series().size()
              + " metric series with other figures, first "
              + difference.series().get(0));
    }
    if (!difference.logs().isEmpty()) {
      words.add(difference.logs().size() + " log records differ");
    }
    return words;
  }

  private void spans(List<String> words, List<SpanKey> keys, String how) {
    if (!keys.isEmpty()) {
      words.add(
          keys.size()
              + (keys.size() == 1 ? " span " : " spans ")
              + how
              + ": "
              + rehearsal.samples().words(keys));
    }
  }
}
