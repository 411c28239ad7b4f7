package ai.gentrace.otel.benchmarks.start;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the program's whole life, from the launcher to the exit, beside a Hello of the same JVM
 * and the real collector, and prints the table of {@code docs/performance.md}.
 *
 * <p>Everything takes turns in each round, and ratios are taken within a round, so that what the
 * machine does meanwhile hits all of it.
 */
public final class StartTimes {
  private static final int WARM_UP_ROUNDS = 2;

  /**
   * One row.
   *
   * @param base whose time a ratio is taken to; the row itself for a Hello
   * @param millis a time for each round
   */
  private record Row(
      String name,
      String base,
      Map<String, String> environment,
      List<String> command,
      List<Double> millis) {
    void run(boolean counts) throws IOException, InterruptedException {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD);
      builder.environment().putAll(environment);
      long start = System.nanoTime();
      int exit = builder.start().waitFor();
      double time = (System.nanoTime() - start) / 1e6;
      if (exit != 0) {
        throw new IllegalStateException(command + " ended with " + exit);
      }
      if (counts) {
        millis.add(time);
      }
    }

    double ratio(Row other) {
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < millis.size(); round++) {
        ratios.add(millis.get(round) / other.millis.get(round));
      }
      return quantile(ratios, 0.5);
    }
  }

  private StartTimes() {}

  /**
   * Measures and prints.
   *
   * @param arguments rounds, folder for caches, folder of the compiled Hello, the executable, the
   *     config, the collector or nothing, and then the folders of the JVMs
   */
  public static void main(String... arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    List<Row> rows = new ArrayList<>();
    for (String home : List.of(arguments).subList(6, arguments.length)) {
      rows.addAll(rows(home, arguments[1], arguments[2], arguments[3], arguments[4]));
    }
    if (!arguments[5].isEmpty()) {
      List<String> command = List.of(arguments[5], "validate", "--config", arguments[4]);
      rows.add(
          new Row(
              "the collector's validate",
              rows.get(0).name(),
              Map.of(),
              command,
              new ArrayList<>()));
    }
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (int i = 0; i < rows.size(); i++) {
        rows.get(Math.floorMod(i + round, rows.size())).run(round >= 0);
      }
    }
    print(rows);
  }

  private static List<Row> rows(
      String home, String cache, String classes, String executable, String config) {
    String jvm = "JDK " + Path.of(home).getFileName();
    Map<String, String> environment = Map.of("JAVA_HOME", home, "XDG_CACHE_HOME", cache);
    List<String> hello = List.of(home + "/bin/java", "-cp", classes, Hello.class.getName());
    String base = jvm + ": Hello";
    return List.of(
        new Row(base, base, environment, hello, new ArrayList<>()),
        new Row(
            jvm + ": --version",
            base,
            environment,
            List.of(executable, "--version"),
            new ArrayList<>()),
        new Row(
            jvm + ": validate",
            base,
            environment,
            List.of(executable, "validate", config),
            new ArrayList<>()));
  }

  private static void print(List<Row> rows) {
    System.out.println("| process | median ms | least | 90 % below | to Hello |");
    System.out.println("|---|---|---|---|---|");
    for (Row row : rows) {
      Row base =
          rows.stream().filter(each -> each.name().equals(row.base())).findFirst().orElseThrow();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.1f | %.1f | %.2f |%n",
          row.name(),
          quantile(row.millis(), 0.5),
          quantile(row.millis(), 0),
          quantile(row.millis(), 0.9),
          row.ratio(base));
    }
  }

  private static double quantile(List<Double> unordered, double share) {
    List<Double> ordered = new ArrayList<>(unordered);
    Collections.sort(ordered);
    return ordered.get((int) Math.min(ordered.size() - 1, ordered.size() * share));
  }
}
