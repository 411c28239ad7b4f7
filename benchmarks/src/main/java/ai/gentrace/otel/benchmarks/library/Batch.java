package ai.gentrace.otel.benchmarks.library;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A batch of 512 spans, of which some are marked. */
public enum Batch {
  /** None is marked. */
  NONE(0),
  /** Every twentieth is marked. */
  SOME(20),
  /** All are marked. */
  ALL(1);

  private final int every;

  Batch(int every) {
    this.every = every;
  }

  List<SpanData> spans() {
    List<SpanData> spans = new ArrayList<>();
    for (int i = 0; i < 512; i++) {
      boolean marked = every > 0 && i % every == 0;
      Attributes attributes = Attributes.builder().put("http.route", "/answers").build();
      spans.add(
          TestSpanData.builder()
              .setName("span" + i)
              .setKind(SpanKind.INTERNAL)
              .setStartEpochNanos(1)
              .setEndEpochNanos(2)
              .setStatus(StatusData.unset())
              .setHasEnded(true)
              .setAttributes(
                  marked ? attributes.toBuilder().put(GENTRACE_SAMPLE, "true").build() : attributes)
              .build());
    }
    return spans;
  }

  /** An exporter that is done at once. */
  static final class Nowhere implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> batch) {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
