package ai.gentrace.otel.benchmarks.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One variant's costs in all rounds. */
final class Samples {
  private final List<Double> secondsPerMillion = new ArrayList<>();
  private final List<Double> ratios = new ArrayList<>();
  private long requests;

  void add(Run.Cost cost, double base, int spans) {
    secondsPerMillion.add(cost.cpuSeconds() * 1e6 / spans);
    ratios.add(cost.cpuSeconds() / base);
    requests = cost.gentraceRequests();
  }

  String row(String percent, String variant) {
    return String.format(
        Locale.ROOT,
        "| %s %% | %s | %.2f | %.2f (%.2f to %.2f) | %d | %d |",
        percent,
        variant,
        median(secondsPerMillion),
        median(ratios),
        ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
        ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
        ratios.size(),
        requests);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
