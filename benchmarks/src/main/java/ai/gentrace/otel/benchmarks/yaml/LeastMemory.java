package ai.gentrace.otel.benchmarks.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Finds out how much memory an edit needs. */
final class LeastMemory {
  /** In mebibytes; no more is tried. */
  private static final int PLENTY = 512;

  /** What an edit may take with less heap than plenty, in times with plenty. */
  private static final int PATIENCE = 5;

  private final Path in;
  private final Path out;

  LeastMemory(Path in, Path out) {
    this.in = in;
    this.out = out;
  }

  /**
   * A row of the table: of a JVM the least heap with which it succeeds, to one part in forty; of
   * another process the most that it held.
   */
  String row(Command command) throws IOException, InterruptedException {
    long bytes = command.isJvm() ? heap(command) : command.resident(in, out);
    double size = Files.size(in);
    return bytes == 0
        ? String.format("| %s | not known, or more than %d MiB |", command.name(), PLENTY)
        : String.format(
            Locale.ROOT,
            "| %s | %s | %.0f | %d MiB | %.1f |",
            command.name(),
            command.isJvm() ? "heap" : "process",
            size,
            bytes >> 20,
            bytes / size);
  }

  /** In bytes; 0 where plenty is not enough. */
  private long heap(Command command) throws IOException, InterruptedException {
    double time = command.withHeap(PLENTY).run(in, out, 60_000);
    if (time < 0) {
      return 0;
    }
    int low = 4;
    int high = PLENTY;
    while (high - low > Math.max(1, high / 40)) {
      int middle = (low + high) / 2;
      if (command.withHeap(middle).run(in, out, Math.round(PATIENCE * time)) >= 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (long) high << 20;
  }
}
