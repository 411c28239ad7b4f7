package ai.gentrace.otel.benchmarks.library;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.GentraceSampler;
import ai.gentrace.otel.GentraceSpanExporter;
import com.sun.management.ThreadMXBean;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The bytes that are allocated, which are exact where the compiler does not remove any. */
class AllocationTest {
  private static final int WARM_UP = 1_000;
  private static final int ROUNDS = 5;
  private static final int OPERATIONS = 2_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  // Read by nobody: it keeps the compiler from seeing that an operation is in vain.
  @SuppressWarnings("UnusedVariable")
  private static volatile Object sink;

  /** What two operations allocate each. */
  private record Bytes(long ours, long reference) {
    /** The least of several rounds: threads of the JVM itself may add to one. */
    private static Bytes of(Supplier<?> ours, Supplier<?> reference) {
      long leastOurs = Long.MAX_VALUE;
      long leastReference = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        leastOurs = Math.min(leastOurs, bytes(ours));
        leastReference = Math.min(leastReference, bytes(reference));
      }
      return new Bytes(leastOurs, leastReference);
    }
  }

  private static long bytes(Supplier<?> operation) {
    for (int i = 0; i < WARM_UP; i++) {
      sink = operation.get();
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < OPERATIONS; i++) {
      sink = operation.get();
    }
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / OPERATIONS;
  }

  private static void assertNoMoreThan(Processor reference, Entries entries, boolean attributes) {
    Bytes bytes =
        Bytes.of(
            SpanStarter.with(Processor.GENTRACE, entries, attributes)::start,
            SpanStarter.with(reference, entries, attributes)::start);
    assertThat(bytes.ours()).isLessThanOrEqualTo(bytes.reference());
  }

  @ParameterizedTest
  @CsvSource({"NONE, true", "NONE, false", "OTHER_8, true", "OTHER_8, false"})
  void aMissCostsNothing(Entries entries, boolean attributes) {
    assertNoMoreThan(Processor.NOOP, entries, attributes);
  }

  @ParameterizedTest
  @CsvSource({"MARK, true", "MARK, false", "MARK_AND_8, true", "MARK_AND_8, false"})
  void aHitCostsTheAttribute(Entries entries, boolean attributes) {
    assertNoMoreThan(Processor.SET_ATTRIBUTE, entries, attributes);
  }

  @ParameterizedTest
  @EnumSource(names = {"MARK", "MARK_AND_8"})
  void aHitOnASpanWithAttributesCostsNothing(Entries entries) {
    assertNoMoreThan(Processor.NOOP, entries, true);
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "OTHER_8"})
  void theSamplerCostsWhatDroppingCosts(Entries entries) {
    Bytes bytes =
        Bytes.of(
            SpanStarter.with(GentraceSampler.create(), entries)::start,
            SpanStarter.with(Sampler.alwaysOff(), entries)::start);
    assertThat(bytes.ours()).isLessThanOrEqualTo(bytes.reference());
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "ALL"})
  void theExporterCopiesNothingWhenAllOrNonePass(Batch batch) {
    SpanExporter exporter = GentraceSpanExporter.filtering(new Batch.Nowhere());
    List<SpanData> spans = batch.spans();
    SpanExporter nowhere = new Batch.Nowhere();
    Bytes bytes = Bytes.of(() -> exporter.export(spans), () -> nowhere.export(spans));
    // At most an iterator, which the compiler may or may not remove; a copy of 512 takes 2 KiB.
    assertThat(bytes.ours()).isLessThanOrEqualTo(bytes.reference() + 32);
  }

  @Test
  void anInteractionCostsLittleMoreThanTheSameByHand() {
    Calls calls = new Calls();
    Bytes bytes = Bytes.of(() -> calls.interaction("question"), () -> calls.byHand("question"));
    assertThat(bytes.ours()).isLessThan(bytes.reference() * 13 / 10);
  }
}
