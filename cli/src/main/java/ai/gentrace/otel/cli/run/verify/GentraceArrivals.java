package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.verify.Received.Arrivals;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import java.util.HashMap;
import java.util.Map;

/**
 * The spans that came to Gentrace in one run, by whichever exporter. Immutable.
 *
 * @param counts each span to how often it came
 */
record GentraceArrivals(Map<SpanKey, Integer> counts) {
  GentraceArrivals {
    counts = Map.copyOf(counts);
  }

  static GentraceArrivals of(Rehearsal rehearsal, RunResult run) {
    Map<SpanKey, Integer> counts = new HashMap<>();
    for (ComponentId exporter : rehearsal.parts().exporters()) {
      for (Map.Entry<SpanKey, Arrivals> span : run.received(exporter).spans().entrySet()) {
        counts.merge(span.getKey(), span.getValue().count(), Integer::sum);
      }
    }
    return new GentraceArrivals(counts);
  }

  boolean contains(SpanKey key) {
    return counts.containsKey(key);
  }

  /** How many spans came more than once. */
  long repeated() {
    return counts.values().stream().filter(count -> count > 1).count();
  }
}
