package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import java.util.ArrayList;
import java.util.List;

/** Judges whether everybody but Gentrace gets the same with and without Gentrace's parts. */
final class OthersJudge {
  private final Rehearsal rehearsal;
  private final Results results;
  private final OthersComparison comparison;
  private final Blame blame;

  OthersJudge(Rehearsal rehearsal, Results results) {
    this.rehearsal = rehearsal;
    this.results = results;
    this.comparison = new OthersComparison(rehearsal, results);
    this.blame = new Blame(rehearsal);
  }

  /** A proof for each exporter that is not Gentrace's. */
  List<Proof> all() {
    return comparison.exporters().stream().map(this::same).toList();
  }

  private Proof same(ComponentId exporter) {
    Proof proof =
        Proof.of(
                "others-unchanged",
                exporter.toString(),
                exporter + " gets what it gets without the Gentrace parts")
            .from(Scenario.HEALTHY);
    Received expected = results.get(Scenario.WITHOUT).received(exporter);
    Received actual = results.get(Scenario.HEALTHY).received(exporter);
    Difference chance = comparison.chance(exporter);
    Difference difference = comparison.between(expected, actual, key -> true).comparable(chance);
    if (!difference.isNone()) {
      Blame.Culprit culprit = blame.ofLoss(exporter);
      return proof
          .with(Verdict.FAILS, counts(expected, actual))
          .because(comparison.words(difference))
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
}
