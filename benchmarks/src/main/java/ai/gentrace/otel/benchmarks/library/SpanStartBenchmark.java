package ai.gentrace.otel.benchmarks.library;

import io.opentelemetry.api.trace.Span;
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

/** A whole span, from its builder to its end, with each processor. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class SpanStartBenchmark {
  /** The processor. */
  @Param({"NOOP", "GENTRACE", "CONTRIB_EXACT", "CONTRIB_GLOB"})
  public Processor processor;

  /** The baggage. */
  @Param public Entries entries;

  /** Whether the span has four attributes already. */
  @Param({"true", "false"})
  public boolean attributes;

  private SpanStarter starter;

  /** Builds the SDK. */
  @Setup
  public void start() {
    starter = SpanStarter.with(processor, entries, attributes);
  }

  /** Starts and ends a span. */
  @Benchmark
  public Span span() {
    return starter.start();
  }
}
