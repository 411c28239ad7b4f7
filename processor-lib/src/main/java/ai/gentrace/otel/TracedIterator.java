package ai.gentrace.otel;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Pulls from its source, one item at a time and with the span current. */
final class TracedIterator<T> implements Iterator<T> {
  private final Iterator<T> source;
  private final PulledItems pulled;
  private boolean promised;

  TracedIterator(Iterator<T> source, PulledItems pulled) {
    this.source = source;
    this.pulled = pulled;
  }

  @Override
  public boolean hasNext() {
    if (pulled.hasEnded()) {
      return source.hasNext();
    }
    boolean more;
    CurrentSpan current = pulled.enter();
    try {
      more = source.hasNext();
    } catch (Throwable e) {
      pulled.failed(e);
      throw e;
    } finally {
      current.leave();
    }
    promised = more;
    if (!more) {
      pulled.exhausted();
    }
    return more;
  }

  @Override
  public T next() {
    if (pulled.hasEnded()) {
      return source.next();
    }
    CurrentSpan current = pulled.enter();
    try {
      T item = source.next();
      pulled.add(item);
      promised = false;
      return item;
    } catch (NoSuchElementException e) {
      // The end, for a consumer that does not ask hasNext; after a promised item it is a failure.
      if (promised) {
        pulled.failed(e);
      } else {
        pulled.exhausted();
      }
      throw e;
    } catch (Throwable e) {
      pulled.failed(e);
      throw e;
    } finally {
      current.leave();
    }
  }

  @Override
  public void remove() {
    source.remove();
  }
}
