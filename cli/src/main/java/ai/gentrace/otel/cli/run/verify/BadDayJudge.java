package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.verify.RunResult.Refusals;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges whether everybody but Gentrace gets everything once while Gentrace fails, and no request
 * is refused.
 */
final class BadDayJudge {
  private final Rehearsal rehearsal;
  private final Results results;
  private final OthersComparison comparison;
  private final Blame blame;

  BadDayJudge(Rehearsal rehearsal, Results results) {
    this.rehearsal = rehearsal;
    this.results = results;
    this.comparison = new OthersComparison(rehearsal, results);
    this.blame = new Blame(rehearsal);
  }

  /** A proof for each bad day that was run. */
  List<Proof> all() {
    return results.scenarios().stream().filter(Scenario::isBadDay).map(this::judge).toList();
  }

  private Proof judge(Scenario scenario) {
    Proof proof =
        Proof.of(
                "bad-day",
                scenario.id(),
                scenario.words() + ": everybody else gets everything once")
            .from(scenario);
    RunResult run = results.get(scenario);
    if (run.memoryLimited()) {
      return proof
          .with(Verdict.NO_VERDICT, "")
          .because(List.of("memory_limiter refused data in this run, whatever Gentrace did"));
    }
    Harm harm = harm(run);
    if (!harm.reasons().isEmpty()) {
      Blame.Culprit culprit = blame.ofTrouble();
      return proof
          .with(Verdict.FAILS, "")
          .because(harm.reasons())
          .blaming(culprit.place(), culprit.remedy());
    }
    if (scenario == Scenario.FULL_QUEUE && !run.queueFull() && !isQueueOff()) {
      return proof
          .with(Verdict.NO_VERDICT, "")
          .because(List.of("the queue could not be filled in reasonable time"));
    }
    String counts = harm.checked() == 0 ? "" : harm.checked() + " spans, ";
    return proof.with(Verdict.HOLDS, counts + "no request refused").because(harm.incomparable());
  }

  /**
   * What a bad day did to the others.
   *
   * @param checked how many spans they should have got
   * @param reasons why that is not what they got, in words; empty where it is
   * @param incomparable exporters that get something else each time, in words
   */
  private record Harm(int checked, List<String> reasons, List<String> incomparable) {}

  private Harm harm(RunResult run) {
    List<String> reasons = new ArrayList<>();
    List<String> incomparable = new ArrayList<>();
    refusals(run.refusals(), reasons);
    int checked = 0;
    boolean repeated = false;
    for (ComponentId exporter : comparison.exporters()) {
      if (!comparison.chance(exporter).sameSpans()) {
        incomparable.add(exporter + " is not comparable");
        continue;
      }
      Received expected = results.get(Scenario.HEALTHY).received(exporter);
      Difference difference = difference(exporter, expected, run);
      checked += expected.arrivals();
      repeated |= !difference.repeated().isEmpty();
      for (String reason : comparison.words(difference)) {
        reasons.add(exporter + ": " + reason);
      }
    }
    if (repeated) {
      reasons.add("existing backends get spans twice: senders repeat a refused request to all");
    }
    return new Harm(checked, reasons, incomparable);
  }

  private Difference difference(ComponentId exporter, Received expected, RunResult run) {
    Difference difference =
        comparison
            .between(expected, run.received(exporter), run.sent()::contains)
            .comparable(comparison.chance(exporter));
    // Metrics and logs are made of all spans, and this run may have sent only some.
    return comparison.isWhole(run) ? difference : difference.spansOnly();
  }

  private static void refusals(Refusals refusals, List<String> reasons) {
    if (refusals.requests() > 0) {
      reasons.add(
          refusals.requests()
              + (refusals.requests() == 1 ? " request" : " requests")
              + " refused, "
              + refusals.lost()
              + " for good: "
              + refusals.answer().orElse("no answer"));
    }
  }

  private boolean isQueueOff() {
    return rehearsal.parts().exporters().stream()
        .allMatch(id -> new QueueSettings(rehearsal.config(), id).isOff());
  }
}
