package ai.gentrace.otel;

import ai.gentrace.otel.internal.Mark;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Passes marked spans on. A batch is copied only when some of its spans pass and some do not. */
final class FilteringSpanExporter implements SpanExporter {
  private final SpanExporter delegate;

  FilteringSpanExporter(SpanExporter delegate) {
    this.delegate = delegate;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int marked = 0;
    for (SpanData span : spans) {
      if (Mark.isIn(span.getAttributes())) {
        marked++;
      }
    }
    if (marked == 0) {
      return CompletableResultCode.ofSuccess();
    }
    return delegate.export(marked == spans.size() ? spans : onlyMarked(spans, marked));
  }

  private static List<SpanData> onlyMarked(Collection<SpanData> spans, int count) {
    List<SpanData> marked = new ArrayList<>(count);
    for (SpanData span : spans) {
      if (Mark.isIn(span.getAttributes())) {
        marked.add(span);
      }
    }
    return marked;
  }

  @Override
  public CompletableResultCode flush() {
    return delegate.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return delegate.shutdown();
  }

  @Override
  public String toString() {
    return "GentraceSpanExporter{filtering:" + delegate + "}";
  }
}
