package ai.gentrace.otel.benchmarks.library;

import ai.gentrace.otel.GentraceSampler;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.samplers.Sampler;
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

/** A span that is not marked, with our sampler and with the one that drops everything. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class SamplerBenchmark {
  /** The sampler. */
  public enum Choice {
    /** Drops everything. */
    ALWAYS_OFF,
    /** Drops what is not marked. */
    GENTRACE;

    Sampler sampler() {
      return this == GENTRACE ? GentraceSampler.create() : Sampler.alwaysOff();
    }
  }

  /** The sampler. */
  @Param public Choice sampler;

  /** The baggage. */
  @Param({"NONE", "OTHER_8"})
  public Entries entries;

  private SpanStarter starter;

  /** Builds the SDK. */
  @Setup
  public void start() {
    starter = SpanStarter.with(sampler.sampler(), entries);
  }

  /** Starts and ends a span that is dropped. */
  @Benchmark
  public Span dropped() {
    return starter.start();
  }
}
