package ai.gentrace.otel;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.opentelemetry.api.common.AttributeKey;
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
import org.junit.jupiter.api.Test;

class GentraceSpanExporterTest {
  private static final SpanData MARKED = span("marked", Attributes.of(GENTRACE_SAMPLE, "true"));
  private static final SpanData BOOLEAN =
      span("boolean", Attributes.of(AttributeKey.booleanKey("gentrace.sample"), true));
  private static final SpanData OTHER = span("other", Attributes.of(GENTRACE_SAMPLE, "false"));
  private static final SpanData PLAIN = span("plain", Attributes.empty());

  private final Delegate delegate = new Delegate();
  private final SpanExporter exporter = GentraceSpanExporter.filtering(delegate);

  private static SpanData span(String name, Attributes attributes) {
    return TestSpanData.builder()
        .setName(name)
        .setKind(SpanKind.INTERNAL)
        .setStartEpochNanos(1)
        .setEndEpochNanos(2)
        .setStatus(StatusData.unset())
        .setHasEnded(true)
        .setAttributes(attributes)
        .build();
  }

  @Test
  void passesMarkedSpansInOrder() {
    CompletableResultCode result = exporter.export(List.of(OTHER, MARKED, PLAIN, BOOLEAN));
    assertThat(delegate.exported).containsExactly(List.of(MARKED, BOOLEAN));
    assertThat(result).isSameAs(delegate.exportResult);
  }

  @Test
  void passesABatchOnWhereAllAreMarked() {
    List<SpanData> all = List.of(MARKED, BOOLEAN);
    exporter.export(all);
    assertThat(delegate.exported.get(0)).isSameAs(all);
  }

  @Test
  void succeedsWithoutItsDelegateWhereNoneIsMarked() {
    assertThat(exporter.export(List.of(PLAIN, OTHER)).isSuccess()).isTrue();
    assertThat(exporter.export(List.of()).isSuccess()).isTrue();
    assertThat(delegate.exported).isEmpty();
  }

  @Test
  void flushesAndShutsDownItsDelegate() {
    assertThat(exporter.flush()).isSameAs(delegate.flushResult);
    assertThat(exporter.shutdown()).isSameAs(delegate.shutdownResult);
    assertThat(exporter).hasToString("GentraceSpanExporter{filtering:Delegate}");
  }

  @Test
  @SuppressWarnings("NullAway")
  void needsADelegate() {
    assertThatNullPointerException().isThrownBy(() -> GentraceSpanExporter.filtering(null));
  }

  private static final class Delegate implements SpanExporter {
    private final List<Collection<SpanData>> exported = new ArrayList<>();
    private final CompletableResultCode exportResult = new CompletableResultCode();
    private final CompletableResultCode flushResult = new CompletableResultCode();
    private final CompletableResultCode shutdownResult = new CompletableResultCode();

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      exported.add(spans);
      return exportResult;
    }

    @Override
    public CompletableResultCode flush() {
      return flushResult;
    }

    @Override
    public CompletableResultCode shutdown() {
      return shutdownResult;
    }

    @Override
    public String toString() {
      return "Delegate";
    }
  }
}
