package ai.gentrace.otel.cli.run.verify;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The final figures of metrics, whenever and however often they were sent: of cumulative series and
 * gauges the last, of delta series the sum. Times and exemplars do not count.
 */
final class MetricSeries {
  /** Random for each process of the collector. */
  private static final Set<String> RANDOM_ATTRIBUTES =
      Set.of("collector.instance.id", "collector_instance_id");

  private final Map<String, Figure> figures = new HashMap<>();

  /** Figures of a series so far; {@code time} decides which is the last. */
  private record Figure(long time, List<Double> numbers) {
    Figure with(Figure other, boolean delta) {
      if (!delta) {
        return other.time >= time ? other : this;
      }
      List<Double> sums = new ArrayList<>();
      for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
        sums.add(at(numbers, i) + at(other.numbers, i));
      }
      return new Figure(Math.max(time, other.time), sums);
    }

    private static double at(List<Double> numbers, int index) {
      return index < numbers.size() ? numbers.get(index) : 0;
    }
  }

  void add(ExportMetricsServiceRequest request) {
    for (ResourceMetrics resource : request.getResourceMetricsList()) {
      String from = attributes(resource.getResource().getAttributesList());
      for (ScopeMetrics scope : resource.getScopeMetricsList()) {
        for (Metric metric : scope.getMetricsList()) {
          add(from + " " + scope.getScope().getName() + " " + metric.getName(), metric);
        }
      }
    }
  }

  private void add(String name, Metric metric) {
    switch (metric.getDataCase()) {
      case GAUGE -> metric.getGauge().getDataPointsList().forEach(p -> number(name, p, false));
      case SUM -> {
        boolean delta = isDelta(metric.getSum().getAggregationTemporality());
        metric.getSum().getDataPointsList().forEach(p -> number(name, p, delta));
      }
      case HISTOGRAM -> {
        boolean delta = isDelta(metric.getHistogram().getAggregationTemporality());
        metric.getHistogram().getDataPointsList().forEach(p -> histogram(name, p, delta));
      }
      case EXPONENTIAL_HISTOGRAM -> {
        boolean delta = isDelta(metric.getExponentialHistogram().getAggregationTemporality());
        metric
            .getExponentialHistogram()
            .getDataPointsList()
            .forEach(p -> exponential(name, p, delta));
      }
      case SUMMARY -> metric.getSummary().getDataPointsList().forEach(p -> summary(name, p));
      case DATA_NOT_SET -> {}
    }
  }

  private static boolean isDelta(AggregationTemporality temporality) {
    return temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
  }

  private void number(String name, NumberDataPoint point, boolean delta) {
    double value = point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
    put(
        name,
        point.getAttributesList(),
        new Figure(point.getTimeUnixNano(), List.of(value)),
        delta);
  }

  private void histogram(String name, HistogramDataPoint point, boolean delta) {
    List<Double> numbers = new ArrayList<>(List.of((double) point.getCount(), point.getSum()));
    point.getBucketCountsList().forEach(count -> numbers.add(count.doubleValue()));
    put(
        name + point.getExplicitBoundsList(),
        point.getAttributesList(),
        new Figure(point.getTimeUnixNano(), numbers),
        delta);
  }

  /** Count and sum; the buckets' scale depends on the order of the values. */
  private void exponential(String name, ExponentialHistogramDataPoint point, boolean delta) {
    List<Double> numbers = List.of((double) point.getCount(), point.getSum());
    put(name, point.getAttributesList(), new Figure(point.getTimeUnixNano(), numbers), delta);
  }

  private void summary(String name, SummaryDataPoint point) {
    List<Double> numbers = List.of((double) point.getCount(), point.getSum());
    put(name, point.getAttributesList(), new Figure(point.getTimeUnixNano(), numbers), false);
  }

  private void put(String name, List<KeyValue> attributes, Figure figure, boolean delta) {
    figures.merge(
        name + " " + attributes(attributes), figure, (before, now) -> before.with(now, delta));
  }

  private static String attributes(List<KeyValue> attributes) {
    List<String> texts = new ArrayList<>();
    for (KeyValue attribute : Canonical.sorted(attributes)) {
      if (!RANDOM_ATTRIBUTES.contains(attribute.getKey())) {
        texts.add(attribute.getKey() + "=" + attribute.getValue().toString().strip());
      }
    }
    return texts.toString();
  }

  /** Each series to its final figures; sums rounded, as the order of additions may differ. */
  Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    figures.forEach(
        (name, figure) ->
            values.put(
                name,
                figure.numbers().stream()
                    .map(n -> String.format(Locale.ROOT, "%.6g", n))
                    .toList()
                    .toString()));
    return values;
  }
}
