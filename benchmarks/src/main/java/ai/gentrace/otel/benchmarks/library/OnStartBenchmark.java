package ai.gentrace.otel.benchmarks.library;

import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
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

/** The processor's own part: its call, on a span that is open already. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class OnStartBenchmark {
  /** The processor. */
  @Param({"GENTRACE", "CONTRIB_EXACT", "CONTRIB_GLOB"})
  public Processor processor;

  /** The baggage. */
  @Param public Entries entries;

  private SpanProcessor onStart;
  private ReadWriteSpan span;

  /** Opens the span. */
  @Setup
  public void start() {
    onStart = processor.get();
    span =
        (ReadWriteSpan)
            SdkTracerProvider.builder()
                .addSpanProcessor(Processor.NOOP.get())
                .build()
                .get("benchmark")
                .spanBuilder("open")
                .startSpan();
  }

  /** Tells the processor of the span. */
  @Benchmark
  public ReadWriteSpan onStart() {
    onStart.onStart(entries.context(), span);
    return span;
  }
}
