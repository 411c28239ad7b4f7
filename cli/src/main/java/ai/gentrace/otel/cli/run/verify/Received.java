package ai.gentrace.otel.cli.run.verify;

import java.util.Map;

/**
 * What one exporter sent in one run. Immutable.
 *
 * @param spans each span to how often it came and what it looked like
 * @param series each metric series to its last value, or to the sum of its changes
 * @param logs each log record to how often it came
 */
record Received(
    Map<SpanKey, Arrivals> spans, Map<String, String> series, Map<String, Integer> logs) {
  static final Received NOTHING = new Received(Map.of(), Map.of(), Map.of());

  Received {
    spans = Map.copyOf(spans);
    series = Map.copyOf(series);
    logs = Map.copyOf(logs);
  }

  /** What tells a span from another. */
  record SpanKey(String traceId, String spanId) {}

  /**
   * How a span came.
   *
   * @param count how often
   * @param content digest of all its fields, of every arrival
   */
  record Arrivals(int count, long content) {}

  /** Spans, each arrival counted. */
  int arrivals() {
    return spans.values().stream().mapToInt(Arrivals::count).sum();
  }

  boolean isEmpty() {
    return spans.isEmpty() && series.isEmpty() && logs.isEmpty();
  }
}
