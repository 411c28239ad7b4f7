package ai.gentrace.otel;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Pulls from its source, one item at a time and with the span current. A parallel stream stays
 * parallel: parts that are split off count until each is exhausted.
 */
final class TracedSpliterator<T> implements Spliterator<T> {
  private final Spliterator<T> source;
  private final PulledItems pulled;
  private boolean exhausted;

  private TracedSpliterator(Spliterator<T> source, PulledItems pulled) {
    this.source = source;
    this.pulled = pulled;
  }

  static <T> Stream<T> trace(Stream<T> source, PulledItems pulled) {
    Spliterator<T> items;
    try {
      items = source.spliterator();
    } catch (Throwable e) {
      // Used or closed already: whoever pulls from it will be told so by the stream itself.
      pulled.failed(e);
      return source;
    }
    return StreamSupport.stream(new TracedSpliterator<>(items, pulled), source.isParallel())
        .onClose(() -> close(source, pulled));
  }

  private static void close(Stream<?> source, PulledItems pulled) {
    try {
      source.close();
    } catch (Throwable e) {
      pulled.failed(e);
      throw e;
    }
    pulled.end();
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    Item<T> item = new Item<>();
    if (!advance(item)) {
      return false;
    }
    // Outside the span: what the consumer throws is not the source's failure.
    action.accept(item.value);
    return true;
  }

  private boolean advance(Item<T> item) {
    CurrentSpan current = pulled.enter();
    try {
      boolean advanced = source.tryAdvance(item);
      if (advanced) {
        pulled.add(item.value);
      } else if (!exhausted) {
        exhausted = true;
        pulled.exhausted();
      }
      return advanced;
    } catch (Throwable e) {
      pulled.failed(e);
      throw e;
    } finally {
      current.leave();
    }
  }

  @Override
  public @Nullable Spliterator<T> trySplit() {
    Spliterator<T> part;
    CurrentSpan current = pulled.enter();
    try {
      part = source.trySplit();
    } catch (Throwable e) {
      pulled.failed(e);
      throw e;
    } finally {
      current.leave();
    }
    if (part == null) {
      return null;
    }
    pulled.split();
    return new TracedSpliterator<>(part, pulled);
  }

  @Override
  public long estimateSize() {
    return source.estimateSize();
  }

  /**
   * Not the source's: asking it would open a source that is opened late. Without a known size a
   * terminal operation has to pull every item, which is what ends the span.
   */
  @Override
  public int characteristics() {
    return ORDERED;
  }

  private static final class Item<T> implements Consumer<T> {
    @SuppressWarnings("NullAway") // null until an item was taken, and an item may be null
    private T value;

    @Override
    public void accept(T item) {
      value = item;
    }
  }
}
