package ai.gentrace.otel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The exporter that a team has beside Gentrace; it can be waited for. */
final class OtherBackend implements SpanExporter {
  private final List<SpanData> spans = new ArrayList<>();

  @Override
  public synchronized CompletableResultCode export(Collection<SpanData> batch) {
    spans.addAll(batch);
    notifyAll();
    return CompletableResultCode.ofSuccess();
  }

  synchronized List<String> spanNames() {
    return spans.stream().map(SpanData::getName).toList();
  }

  synchronized List<SpanData> spans() {
    return List.copyOf(spans);
  }

  synchronized void await(int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    try {
      while (spans.size() < count && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.timedWait(this, 1000);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(spans).hasSize(count);
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
