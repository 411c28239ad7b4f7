package ai.gentrace.otel.it.others;

import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.CapturedSpan;
import ai.gentrace.otel.cli.run.Export;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a backend got, in a form that two runs can be compared by.
 *
 * @param spans each span with all its fields, and how often it came
 * @param counters each counter of the metrics, with its attributes, and its last value
 */
record Delivery(Map<CapturedSpan, Integer> spans, Map<String, Long> counters) {
  /** Names the collector's process, so it is another in each run. */
  private static final String INSTANCE = "collector.instance.id";

  static Delivery at(CaptureServer server) {
    Map<CapturedSpan, Integer> spans = new HashMap<>();
    server.spans().forEach(span -> spans.merge(span, 1, Integer::sum));
    return new Delivery(spans, counters(server.exports()));
  }

  static Map<String, Long> counters(List<Export> exports) {
    Map<String, Long> counters = new TreeMap<>();
    for (Export export : exports) {
      for (ResourceMetrics resource : export.metrics().getResourceMetricsList()) {
        for (ScopeMetrics scope : resource.getScopeMetricsList()) {
          for (Metric metric : scope.getMetricsList()) {
            for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
              List<String> attributes = new ArrayList<>();
              point.getAttributesList().stream()
                  .filter(attribute -> !attribute.getKey().equals(INSTANCE))
                  .forEach(a -> attributes.add(a.getKey() + "=" + a.getValue().getStringValue()));
              attributes.sort(null);
              counters.put(metric.getName() + attributes, point.getAsInt());
            }
          }
        }
      }
    }
    return counters;
  }

  /** Says in short where another delivery differs; empty if it does not. */
  List<String> differences(Delivery other) {
    List<String> differences = new ArrayList<>();
    compare(spans, other.spans, differences, span -> span.name() + " " + span.spanId());
    compare(counters, other.counters, differences, name -> name);
    return differences;
  }

  private static <K> void compare(
      Map<K, ? extends Number> mine,
      Map<K, ? extends Number> theirs,
      List<String> differences,
      Function<K, String> name) {
    mine.forEach(
        (key, value) -> {
          Number other = theirs.get(key);
          if (!value.equals(other)) {
            differences.add(name.apply(key) + ": " + value + " against " + other);
          }
        });
    theirs.forEach(
        (key, value) -> {
          if (!mine.containsKey(key)) {
            differences.add(name.apply(key) + ": none against " + value);
          }
        });
  }
}
