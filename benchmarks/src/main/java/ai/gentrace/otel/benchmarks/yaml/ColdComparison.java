package ai.gentrace.otel.benchmarks.yaml;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures whole processes that make one edit each, and prints tables. The tools take turns, so
 * that what disturbs the machine disturbs all; a ratio is the median of those within the rounds. A
 * tool that fails at a size is named, and the rest goes on.
 *
 * <p>Arguments: the folder of the other tools, and the number of rounds.
 */
public final class ColdComparison {
  /** In bytes: 25, 5,000, 20,000 and 136,000 lines. */
  private static final List<Integer> SIZES = List.of(500, 110_000, 440_000, 3_000_000);

  private static final int LIMIT_MILLIS = 60_000;

  private final PrintStream out;
  private final Path folder;
  private final Path result;
  private final int rounds;

  private ColdComparison(PrintStream out, Path folder, int rounds) {
    this.out = out;
    this.folder = folder;
    this.result = folder.resolve("out.yaml");
    this.rounds = rounds;
  }

  /** Measures and prints. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("yaml-comparison");
    List<Command> commands = new ArrayList<>();
    for (JvmPeer peer : JvmPeer.values()) {
      commands.add(Command.of(peer));
    }
    commands.addAll(others(Path.of(args[0]).toAbsolutePath()));
    ColdComparison comparison = new ColdComparison(System.out, folder, Integer.parseInt(args[1]));
    Map<Command, Path> largest = new LinkedHashMap<>();
    for (int size : SIZES) {
      comparison.compare(comparison.config(Shape.USUAL, size), commands, largest);
    }
    comparison.memory(largest);
  }

  private static List<Command> others(Path tools) {
    String yq =
        ".exporters[\"" + AddedExporter.ID + "\"].traces_endpoint = \"" + AddedExporter.URL + "\"";
    return List.of(
        new Command(
            "npm yaml",
            List.of("/usr/bin/env", "node", tools.resolve("npm/edit.mjs").toString(), "IN", "OUT")),
        new Command("yq", List.of(tools.resolve("bin/yq").toString(), yq, "IN")),
        new Command("yamlpatch", List.of(tools.resolve("bin/yamlpatch").toString(), "IN", "OUT")));
  }

  private Path config(Shape shape, int size) throws IOException {
    return Files.write(folder.resolve(shape + "-" + size + ".yaml"), shape.config(size));
  }

  /**
   * Measures one size.
   *
   * @param largest gets the config for each tool that could edit it
   */
  private void compare(Path in, List<Command> commands, Map<Command, Path> largest)
      throws IOException, InterruptedException {
    byte[] config = Files.readAllBytes(in);
    Map<Command, double[]> times = new LinkedHashMap<>();
    Map<Command, String> verdicts = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Command command : commands) {
        if (!command.isThere() || (round > 0 && !verdicts.containsKey(command))) {
          continue;
        }
        double time = command.run(in, result, LIMIT_MILLIS);
        if (time >= 0) {
          times.computeIfAbsent(command, key -> new double[rounds])[round] = time;
          verdicts.putIfAbsent(command, Judge.verdict(config, Files.readAllBytes(result)));
          largest.put(command, in);
        } else {
          times.remove(command);
          verdicts.remove(command);
        }
      }
    }
    long lines = new String(config, StandardCharsets.UTF_8).lines().count();
    out.printf("%n%d lines, %d bytes%n", lines, config.length);
    for (Command command : commands) {
      out.println(
          row(command, times.get(command), times.get(commands.get(0)), verdicts.get(command)));
    }
  }

  private String row(Command command, double[] mine, double[] ours, String verdict) {
    if (mine == null || ours == null) {
      String why =
          command.isThere()
              ? "failed or took more than " + LIMIT_MILLIS / 1000 + " s"
              : "is not there, so not measured";
      return String.format("| %s | %s |", command.name(), why);
    }
    double[] ratios = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      ratios[i] = mine[i] / ours[i];
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.0f ms | %.2f | %s |",
        command.name(),
        median(mine),
        median(ratios),
        verdict);
  }

  /** Of each tool at the largest size that it could edit; of the whole merge for each shape. */
  private void memory(Map<Command, Path> largest) throws IOException, InterruptedException {
    out.printf("%n| | memory | bytes | at least | times the file |%n|---|---|---|---|---|%n");
    for (Map.Entry<Command, Path> edit : largest.entrySet()) {
      out.println(new LeastMemory(edit.getValue(), result).row(edit.getKey()));
    }
    int size = SIZES.get(SIZES.size() - 1);
    for (Shape shape : Shape.values()) {
      out.println(new LeastMemory(config(shape, size), result).row(Command.merge(shape)));
    }
  }

  private static double median(double... numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
