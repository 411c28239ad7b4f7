package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.run.CapturedSpan;
import ai.gentrace.otel.cli.run.Export;
import ai.gentrace.otel.cli.run.verify.Received.Arrivals;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import java.util.HashMap;
import java.util.Map;

/** Gathers what one exporter sends. Thread-safe. */
final class Inbox {
  private final Map<SpanKey, Arrivals> spans = new HashMap<>();
  private final Map<String, Integer> logs = new HashMap<>();
  private final MetricSeries metrics = new MetricSeries();

  synchronized void add(Export export) {
    for (CapturedSpan span : export.spans()) {
      Arrivals one = new Arrivals(1, Canonical.digest(span));
      spans.merge(
          new SpanKey(span.traceId(), span.spanId()),
          one,
          (before, now) -> new Arrivals(before.count() + 1, before.content() + now.content()));
    }
    metrics.add(export.metrics());
    Canonical.logs(export.logs()).forEach(log -> logs.merge(log, 1, Integer::sum));
  }

  synchronized Received received() {
    return new Received(spans, metrics.values(), logs);
  }
}
