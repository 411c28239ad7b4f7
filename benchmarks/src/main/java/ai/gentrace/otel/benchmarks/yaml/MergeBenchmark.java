package ai.gentrace.otel.benchmarks.yaml;

import ai.gentrace.otel.cli.ExitCode;
import ai.gentrace.otel.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole {@code init --merge}, in a program that has done it often: arguments, decoding, parsing,
 * planning, editing, verifying, judging and the summary.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class MergeBenchmark {
  /** What the config is full of. */
  @Param public Shape shape;

  /** Its size; the usual one has 5,000, 20,000, 80,000 and 136,000 lines. */
  @Param({"110000", "440000", "1760000", "3000000"})
  public int bytes;

  private byte[] config;

  /** Writes the config. */
  @Setup
  public void write() {
    config = shape.config(bytes);
  }

  /** From bytes to bytes. */
  @Benchmark
  public byte[] merge() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2 * config.length);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Main program =
        new Main(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(config));
    if (program.run("init", "--merge", "-") != ExitCode.DONE) {
      throw new IllegalStateException(err.toString(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
