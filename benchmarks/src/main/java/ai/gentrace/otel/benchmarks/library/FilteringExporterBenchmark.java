package ai.gentrace.otel.benchmarks.library;

import ai.gentrace.otel.GentraceSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
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

/** The filtering exporter on a batch of 512 spans. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class FilteringExporterBenchmark {
  /** How many are marked. */
  @Param public Batch batch;

  private final SpanExporter exporter = GentraceSpanExporter.filtering(new Batch.Nowhere());

  private List<SpanData> spans = List.of();

  /** Makes the batch. */
  @Setup
  public void start() {
    spans = batch.spans();
  }

  /** Exports the batch. */
  @Benchmark
  public CompletableResultCode export() {
    return exporter.export(spans);
  }
}
