package ai.gentrace.otel.benchmarks.yaml;

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

/** One edit in a JVM that has done it often. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class EditBenchmark {
  /** Who edits. */
  @Param public JvmPeer peer;

  /** Size of the config, which has 25, 5,000 or 136,000 lines. */
  @Param({"500", "110000", "3000000"})
  public int bytes;

  private byte[] config;

  /** Writes the config. */
  @Setup
  public void write() {
    config = Shape.USUAL.config(bytes);
  }

  /** From bytes to bytes. */
  @Benchmark
  public byte[] edit() {
    return peer.edit(config);
  }
}
