package ai.gentrace.otel.benchmarks.library;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An interaction against a span with the same attributes and events that is written by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class InteractionBenchmark {
  private final Calls calls = new Calls();
  private final String question = "What is a span?";

  /** The library, without content. */
  @Benchmark
  public String interaction() {
    return calls.interaction(question);
  }

  /** By hand, without content. */
  @Benchmark
  public String byHand() {
    return calls.byHand(question);
  }

  /** The library, with an argument and an output. */
  @Benchmark
  public String interactionWithContent() {
    return calls.interactionWithContent(question);
  }

  /** By hand, with JSON by string concatenation. */
  @Benchmark
  public String byHandWithContent() {
    return calls.byHandWithContent(question);
  }
}
