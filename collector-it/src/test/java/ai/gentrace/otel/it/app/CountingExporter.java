package ai.gentrace.otel.it.app;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what its delegate could and could not hand over; retries are the delegate's own. */
final class CountingExporter implements SpanExporter {
  private final SpanExporter delegate;
  private final AtomicInteger delivered = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  CountingExporter(SpanExporter delegate) {
    this.delegate = delegate;
  }

  /** Returns how many spans were taken by the collector. */
  int delivered() {
    return delivered.get();
  }

  /** Returns how many spans were given up. */
  int lost() {
    return lost.get();
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int count = spans.size();
    CompletableResultCode result = delegate.export(spans);
    CompletableResultCode counted = new CompletableResultCode();
    result.whenComplete(
        () -> {
          (result.isSuccess() ? delivered : lost).addAndGet(count);
          if (result.isSuccess()) {
            counted.succeed();
          } else {
            counted.fail();
          }
        });
    return counted;
  }

  @Override
  public CompletableResultCode flush() {
    return delegate.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return delegate.shutdown();
  }
}
