package ai.gentrace.otel.benchmarks.yaml;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures whole processes that make one edit each, and prints a table. The tools take turns, so
 * that what disturbs the machine disturbs all; a ratio is the median of those within the rounds.
 *
 * <p>Arguments: the folder of the other tools, and the number of rounds.
 */
public final class ColdComparison {
  private static final List<Integer> LINES = List.of(25, 5_000, 136_000);

  private final PrintStream out;
  private final Path folder;
  private final int rounds;

  private ColdComparison(PrintStream out, Path folder, int rounds) {
    this.out = out;
    this.folder = folder;
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
    for (int lines : LINES) {
      comparison.compare(lines, commands);
    }
    comparison.heaps(LINES.get(LINES.size() - 1));
  }

  private static List<Command> others(Path tools) {
    String yq = ".exporters[\"" + Configs.KEY + "\"].traces_endpoint = \"" + Configs.URL + "\"";
    return List.of(
        new Command(
            "npm yaml",
            List.of("/usr/bin/env", "node", tools.resolve("npm/edit.mjs").toString(), "IN", "OUT")),
        new Command("yq", List.of(tools.resolve("bin/yq").toString(), yq, "IN")),
        new Command("yamlpatch", List.of(tools.resolve("bin/yamlpatch").toString(), "IN", "OUT")));
  }

  private void compare(int lines, List<Command> commands) throws IOException, InterruptedException {
    Path in = folder.resolve(lines + ".yaml");
    Path result = folder.resolve("out.yaml");
    byte[] config = Configs.ofLines(lines);
    Files.write(in, config);
    Map<Command, double[]> times = new LinkedHashMap<>();
    Map<Command, String> verdicts = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Command command : commands) {
        if (!command.isThere() || (round > 0 && !verdicts.containsKey(command))) {
          continue;
        }
        double time = command.run(in, result);
        if (time >= 0) {
          times.computeIfAbsent(command, key -> new double[rounds])[round] = time;
          verdicts.putIfAbsent(command, Judge.verdict(config, Files.readAllBytes(result)));
        } else {
          times.remove(command);
          verdicts.remove(command);
        }
      }
    }
    out.printf("%n%d lines, %d bytes%n", lines, config.length);
    double[] ours = times.getOrDefault(commands.get(0), new double[rounds]);
    for (Command command : commands) {
      double[] mine = times.get(command);
      if (mine == null) {
        out.printf(
            "| %s | %s |%n",
            command.name(), command.isThere() ? "failed" : "is not there, so not measured");
        continue;
      }
      double[] ratios = new double[rounds];
      for (int i = 0; i < rounds; i++) {
        ratios[i] = mine[i] / ours[i];
      }
      out.printf(
          "| %s | %.0f ms | %.2f | %s |%n",
          command.name(), median(mine), median(ratios), verdicts.get(command));
    }
  }

  /** The least heap with which each edit in a JVM succeeds, to one part in forty. */
  private void heaps(int lines) throws IOException, InterruptedException {
    Path in = folder.resolve(lines + ".yaml");
    Path result = folder.resolve("out.yaml");
    long size = Files.size(in);
    out.printf("%nleast heap for %d bytes%n", size);
    for (JvmPeer peer : JvmPeer.values()) {
      int low = 4;
      int high = 4096;
      while (high - low > Math.max(1, high / 40)) {
        int middle = (low + high) / 2;
        if (Command.of(peer, "-Xmx" + middle + "m").run(in, result) >= 0) {
          high = middle;
        } else {
          low = middle;
        }
      }
      out.printf("| %s | %d MiB | %.1f |%n", peer, high, high * 1024.0 * 1024 / size);
    }
  }

  private static double median(double... numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
