package ai.gentrace.otel.compatibility.springboot;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Keeps spans until a test takes them: a server's span ends after its response. */
final class KeptSpans implements SpanExporter {
  private final BlockingQueue<SpanData> spans = new LinkedBlockingQueue<>();

  /** Takes that many spans, and waits for them. */
  List<SpanData> take(int count) {
    return IntStream.range(0, count).mapToObj(i -> take()).toList();
  }

  private SpanData take() {
    try {
      SpanData span = spans.poll(30, TimeUnit.SECONDS);
      if (span == null) {
        throw new AssertionError("no further span within 30 s");
      }
      return span;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> batch) {
    spans.addAll(batch);
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
