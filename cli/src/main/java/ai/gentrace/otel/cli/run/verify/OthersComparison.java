package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Compares what everybody but Gentrace gets in different runs. */
final class OthersComparison {
  private final Rehearsal rehearsal;
  private final Results results;
  private final List<SpanKey> order;

  OthersComparison(Rehearsal rehearsal, Results results) {
    this.rehearsal = rehearsal;
    this.results = results;
    this.order = List.copyOf(rehearsal.samples().spans().keySet());
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

  /** How two runs without Gentrace differ for an exporter: by chance, or by the clock. */
  Difference chance(ComponentId exporter) {
    return between(
        results.get(Scenario.WITHOUT).received(exporter),
        results.get(Scenario.WITHOUT_AGAIN).received(exporter),
        key -> true);
  }

  /**
   * How what an exporter got differs from what was expected.
   *
   * @param counted which spans count
   */
  Difference between(Received expected, Received actual, Predicate<SpanKey> counted) {
    return Difference.between(expected, actual, order, counted);
  }

  /** Whether a run sent every sample; refusals may end it early. */
  boolean isWhole(RunResult run) {
    return run.sent().containsAll(order);
  }

  /** A difference in words, the first spans by name. */
  List<String> words(Difference difference) {
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
