package ai.gentrace.otel.benchmarks.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs this package's JMH benchmarks and prints what each takes a megabyte: the same at each size
 * where time is linear. Arguments go to JMH.
 */
public final class WarmTimes {
  private WarmTimes() {}

  /** Measures and prints. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    OptionsBuilder options = new OptionsBuilder();
    options.parent(new CommandLineOptions(args)).include(WarmTimes.class.getPackageName());
    Collection<RunResult> runs = new Runner(options.build()).run();
    System.out.printf("%n| | bytes | ms | ms a megabyte |%n|---|---|---|---|%n");
    for (RunResult run : runs) {
      BenchmarkParams params = run.getParams();
      Result<?> time = run.getPrimaryResult();
      int bytes = Integer.parseInt(params.getParam("bytes"));
      System.out.printf(
          Locale.ROOT,
          "| %s %s | %d | %.2f ± %.2f | %.0f |%n",
          time.getLabel(),
          params.getParamsKeys().stream()
              .filter(key -> !key.equals("bytes"))
              .map(params::getParam)
              .collect(Collectors.joining(" ")),
          bytes,
          time.getScore(),
          time.getScoreError(),
          time.getScore() / bytes * 1e6);
    }
  }
}
