package ai.gentrace.otel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What an iterator or the parts of a stream have yielded so far, and the end of their span. */
final class PulledItems {
  private final StartedSpan span;
  private final @Nullable JsonItems items;
  private final AtomicInteger openParts = new AtomicInteger(1);
  private final AtomicBoolean ended = new AtomicBoolean();

  PulledItems(StartedSpan span) {
    this.span = span;
    this.items = span.items();
  }

  boolean hasEnded() {
    return ended.get();
  }

  CurrentSpan enter() {
    return span.enter();
  }

  void add(@Nullable Object item) {
    if (items != null && !ended.get()) {
      items.add(item);
    }
  }

  /** A parallel stream was split: there is one more part to exhaust. */
  void split() {
    openParts.incrementAndGet();
  }

  void exhausted() {
    if (openParts.decrementAndGet() == 0) {
      end();
    }
  }

  void failed(Throwable error) {
    if (ended.compareAndSet(false, true)) {
      span.recordFailure(error);
      span.end();
    }
  }

  void end() {
    if (ended.compareAndSet(false, true)) {
      if (items != null) {
        span.recordOutputJson(items.finish());
      }
      span.end();
    }
  }
}
