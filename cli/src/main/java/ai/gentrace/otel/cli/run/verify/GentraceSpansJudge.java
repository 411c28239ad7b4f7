package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.verify.Blame.Culprit;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Judges which spans came to Gentrace: all that are marked, and no other. */
final class GentraceSpansJudge {
  private final Rehearsal rehearsal;
  private final RunResult run;
  private final GentraceArrivals arrivals;
  private final Blame blame;

  /**
   * @param run a healthy one, of a config with at least one exporter to Gentrace
   */
  GentraceSpansJudge(Rehearsal rehearsal, RunResult run) {
    this.rehearsal = rehearsal;
    this.run = run;
    this.arrivals = GentraceArrivals.of(rehearsal, run);
    this.blame = new Blame(rehearsal);
  }

  /** The statement that {@link #everyMarkedSpan} proves, not yet judged. */
  static Proof markedSpansArrive() {
    return Proof.of("marked-arrive", null, "every marked span reaches Gentrace");
  }

  Proof everyMarkedSpan() {
    Set<SpanKey> marked = rehearsal.markedForGentrace();
    List<SpanKey> missing = marked.stream().filter(key -> !arrivals.contains(key)).toList();
    String counts = (marked.size() - missing.size()) + " of " + marked.size();
    if (missing.isEmpty() && !marked.isEmpty()) {
      return markedSpansArrive().with(Verdict.HOLDS, counts);
    }
    Culprit culprit = blame.ofMissing(starved());
    return markedSpansArrive()
        .with(Verdict.FAILS, counts)
        .because(
            missing.isEmpty()
                ? List.of("no OTLP receiver feeds a pipeline to Gentrace")
                : List.of("missing: " + rehearsal.samples().words(missing)))
        .blaming(culprit.place(), culprit.remedy());
  }

  Proof noUnmarkedSpan() {
    Proof proof = Proof.of("unmarked-stay", null, "no unmarked span reaches Gentrace");
    Samples samples = rehearsal.samples();
    Set<SpanKey> marked = samples.marked(samples.requests().keySet());
    List<SpanKey> wrong =
        samples.spans().keySet().stream()
            .filter(arrivals::contains)
            .filter(key -> !marked.contains(key))
            .filter(key -> samples.oddMark(key) != OddMark.BOOLEAN_TRUE)
            .toList();
    String counts = wrong.size() + " of " + (samples.spans().size() - marked.size());
    if (wrong.isEmpty()) {
      return proof.with(Verdict.HOLDS, counts);
    }
    Culprit culprit = blame.ofUnmarked(leaking(wrong.get(0)));
    return proof
        .with(Verdict.FAILS, counts)
        .because(List.of("arrived although unmarked: " + samples.words(wrong)))
        .blaming(culprit.place(), culprit.remedy());
  }

  /** The first exporter that sent fewest spans. */
  private ComponentId starved() {
    return rehearsal.parts().exporters().stream()
        .min(Comparator.comparingInt(exporter -> run.received(exporter).arrivals()))
        .orElseThrow();
  }

  /** The first exporter that sent a span that did arrive. */
  private ComponentId leaking(SpanKey span) {
    return rehearsal.parts().exporters().stream()
        .filter(exporter -> run.received(exporter).spans().containsKey(span))
        .findFirst()
        .orElseThrow();
  }
}
