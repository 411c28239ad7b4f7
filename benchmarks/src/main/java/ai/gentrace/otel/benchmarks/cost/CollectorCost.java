package ai.gentrace.otel.benchmarks.cost;

import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.it.load.LoadShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures the collector's CPU per million spans without a Gentrace pipeline, with the guide's and
 * with this project's, and prints the table of {@code docs/performance.md}.
 *
 * <p>All variants take turns in each round, and ratios are taken within a round, so that what the
 * machine does meanwhile hits all of them.
 */
public final class CollectorCost {
  private static final int SPANS_PER_REQUEST = 500;

  private CollectorCost() {}

  /**
   * Measures and prints.
   *
   * @param arguments binary, folder of the templates, rounds, spans a run, marked per cent joined
   *     by commas, and then further variants as NAME=FILE
   */
  public static void main(String... arguments) throws Exception {
    Collector collector = Collector.ofBinary(Path.of(arguments[0]));
    Path templates = Path.of(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    int spans = Integer.parseInt(arguments[3]);
    List<Variant> variants =
        new ArrayList<>(
            List.of(
                Variant.none(),
                Variant.nothingPasses(),
                Variant.guide(),
                Variant.template("current", templates.resolve("gentrace-current.yaml")),
                Variant.template("compatible", templates.resolve("gentrace-compatible.yaml"))));
    for (int i = 5; i < arguments.length; i++) {
      String[] pair = arguments[i].split("=", 2);
      variants.add(Variant.template(pair[0], Path.of(pair[1])));
    }
    System.out.println(
        "| marked | Gentrace pipeline | CPU s per million spans | ratio | rounds | requests |");
    System.out.println("|---|---|---|---|---|---|");
    for (String percent : arguments[4].split(",", -1)) {
      int marked = Math.max(1, SPANS_PER_REQUEST * Integer.parseInt(percent) / 100);
      LoadShape load = LoadShape.of(spans / SPANS_PER_REQUEST, SPANS_PER_REQUEST, marked);
      compare(collector, variants, load, rounds)
          .forEach((variant, samples) -> System.out.println(samples.row(percent, variant)));
    }
  }

  private static Map<String, Samples> compare(
      Collector collector, List<Variant> variants, LoadShape load, int rounds) throws Exception {
    Map<String, Samples> all = new LinkedHashMap<>();
    variants.forEach(variant -> all.put(variant.name(), new Samples()));
    for (int round = 0; round < rounds; round++) {
      Map<String, Run.Cost> costs = new LinkedHashMap<>();
      for (int i = 0; i < variants.size(); i++) {
        Variant variant = variants.get((i + round) % variants.size());
        costs.put(variant.name(), Run.measure(collector, variant, load));
      }
      double base = Objects.requireNonNull(costs.get("none")).cpuSeconds();
      costs.forEach(
          (name, cost) -> Objects.requireNonNull(all.get(name)).add(cost, base, load.spans()));
    }
    return all;
  }
}
