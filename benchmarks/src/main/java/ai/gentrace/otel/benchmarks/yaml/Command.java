package ai.gentrace.otel.benchmarks.yaml;

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
  private static final int LIMIT_SECONDS = 120;

  /** One of a JVM, started as this project's launcher does. */
  static Command of(JvmPeer peer, String... options) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:-UsePerfData"));
    line.addAll(List.of(options));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), OneEdit.class.getName()));
    line.addAll(List.of(peer.name(), "IN", "OUT"));
    return new Command(peer.name(), line);
  }

  /** Whether the program is on this machine. */
  boolean isThere() {
    return Files.isExecutable(Path.of(line.get(0)))
        && line.stream().filter(word -> word.endsWith(".mjs")).allMatch(w -> new File(w).exists());
  }

  /** The milliseconds from start to end; -1 where it failed or took longer than two minutes. */
  double run(Path in, Path out) throws IOException, InterruptedException {
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
    long start = System.nanoTime();
    Process process = builder.start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    double milliseconds = (System.nanoTime() - start) / 1e6;
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    return ended && process.exitValue() == 0 ? milliseconds : -1;
  }
}
