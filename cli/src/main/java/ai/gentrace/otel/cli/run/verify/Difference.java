package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.run.verify.Received.Arrivals;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How what an exporter sent differs from what it was expected to send.
 *
 * @param missing spans that came less often, or not at all
 * @param added spans that were not expected
 * @param repeated spans that came more often
 * @param changed spans that came as often but looked otherwise
 * @param series names of metric series with other figures, or on one side only
 * @param logs log records that came more or less often
 */
record Difference(
    List<SpanKey> missing,
    List<SpanKey> added,
    List<SpanKey> repeated,
    List<SpanKey> changed,
    List<String> series,
    List<String> logs) {

  /**
   * Compares.
   *
   * @param order in which spans are named
   * @param counted which spans count
   */
  static Difference between(
      Received expected, Received actual, List<SpanKey> order, Predicate<SpanKey> counted) {
    Set<SpanKey> keys = new LinkedHashSet<>(order);
    keys.addAll(expected.spans().keySet());
    keys.addAll(actual.spans().keySet());
    Difference difference =
        new Difference(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            differing(expected.series(), actual.series()),
            differing(expected.logs(), actual.logs()));
    Arrivals none = new Arrivals(0, 0);
    for (SpanKey key : keys) {
      if (counted.test(key)) {
        difference.add(
            key, expected.spans().getOrDefault(key, none), actual.spans().getOrDefault(key, none));
      }
    }
    return difference;
  }

  private void add(SpanKey key, Arrivals expected, Arrivals actual) {
    if (actual.count() < expected.count()) {
      missing.add(key);
    } else if (actual.count() > expected.count()) {
      (expected.count() == 0 ? added : repeated).add(key);
    } else if (actual.content() != expected.content()) {
      changed.add(key);
    }
  }

  private static <V> List<String> differing(Map<String, V> expected, Map<String, V> actual) {
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(actual.keySet());
    names.removeIf(
        name -> expected.containsKey(name) && expected.get(name).equals(actual.get(name)));
    return List.copyOf(names);
  }

  /** Whether each span came as often as expected. */
  boolean sameSpans() {
    return missing.isEmpty() && added.isEmpty() && repeated.isEmpty();
  }

  boolean isNone() {
    return sameSpans() && changed.isEmpty() && series.isEmpty() && logs.isEmpty();
  }

  /** Only how often each span came. */
  Difference spansOnly() {
    return new Difference(missing, added, repeated, List.of(), List.of(), List.of());
  }

  /** Leaves out what differs between two runs that should be the same. */
  Difference comparable(Difference chance) {
    List<SpanKey> none = List.of();
    boolean spans = chance.sameSpans();
    return new Difference(
        spans ? missing : none,
        spans ? added : none,
        spans ? repeated : none,
        spans && chance.changed().isEmpty() ? changed : none,
        chance.series().isEmpty() ? series : List.of(),
        chance.logs().isEmpty() ? logs : List.of());
  }
}
