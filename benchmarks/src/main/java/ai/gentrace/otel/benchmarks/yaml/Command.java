package ai.gentrace.otel.benchmarks.yaml;

import ai.gentrace.otel.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that makes one edit.
 *
 * @param name what the table calls it
 * @param line the command, with {@code IN} and {@code OUT} for the files; what it prints is the
 *     result where it names no {@code OUT}
 */
record Command(String name, List<String> line) {
  /** The edit of a peer in a JVM. */
  static Command of(JvmPeer peer) {
    return jvm(peer.name(), OneEdit.class, peer.name(), "IN", "OUT");
  }

  /** The whole merge of a config. */
  static Command merge(Shape shape) {
    return jvm("init --merge, " + shape, Main.class, "init", "--merge", "-o", "OUT", "IN");
  }

  /** A JVM with the compiler and the collector that this project's launcher chooses. */
  private static Command jvm(String name, Class<?> program, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:-UsePerfData"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    line.addAll(List.of(arguments));
    return new Command(name, line);
  }

  /** This JVM with a bound for its heap. */
  Command withHeap(int mebibytes) {
    List<String> bounded = new ArrayList<>(line);
    bounded.add(1, "-Xmx" + mebibytes + "m");
    return new Command(name, bounded);
  }

  boolean isJvm() {
    return line.contains("-cp");
  }

  /** Whether the program is on this machine. */
  boolean isThere() {
    return Files.isExecutable(Path.of(line.get(0)))
        && line.stream().filter(word -> word.endsWith(".mjs")).allMatch(w -> new File(w).exists());
  }

  /** The milliseconds from start to end; -1 where it has no result or took longer than allowed. */
  double run(Path in, Path out, long limitMillis) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start(in, out);
    boolean ended = process.waitFor(limitMillis, TimeUnit.MILLISECONDS);
    double milliseconds = (System.nanoTime() - start) / 1e6;
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    return ended && process.exitValue() == 0 && Files.exists(out) ? milliseconds : -1;
  }

  /**
   * The most memory in bytes that the process was seen to hold; 0 where the system does not say.
   */
  long resident(Path in, Path out) throws IOException, InterruptedException {
    Process process = start(in, out);
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    long most = 0;
    while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
      most = Math.max(most, highWater(status));
    }
    return most;
  }

  private static long highWater(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // Not a Linux, or it ended.
    }
  }

  private Process start(Path in, Path out) throws IOException {
    List<String> words =
        line.stream()
            .map(
                word ->
                    word.equals("IN") ? in.toString() : word.equals("OUT") ? out.toString() : word)
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.redirectOutput(
        line.contains("OUT")
            ? ProcessBuilder.Redirect.DISCARD
            : ProcessBuilder.Redirect.to(out.toFile()));
    Files.deleteIfExists(out);
    return builder.start();
  }
}
