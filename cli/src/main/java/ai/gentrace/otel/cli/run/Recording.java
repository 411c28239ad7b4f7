package ai.gentrace.otel.cli.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a capture server has got. Thread-safe. */
final class Recording {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition added = lock.newCondition();
  private final List<Export> exports = new ArrayList<>();
  private final Consumer<Export> sink;
  private final boolean keeps;

  Recording(Consumer<Export> sink, boolean keeps) {
    this.sink = sink;
    this.keeps = keeps;
  }

  void add(Export export) {
    sink.accept(export);
    lock.lock();
    try {
      if (keeps) {
        exports.add(export);
      }
      added.signalAll();
    } finally {
      lock.unlock();
    }
  }

  List<Export> exports() {
    lock.lock();
    try {
      return List.copyOf(exports);
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      exports.clear();
    } finally {
      lock.unlock();
    }
  }

  boolean await(Predicate<List<Export>> wanted, Duration limit) throws InterruptedException {
    long nanos = limit.toNanos();
    lock.lock();
    try {
      while (!wanted.test(List.copyOf(exports))) {
        if (nanos <= 0) {
          return false;
        }
        nanos = added.awaitNanos(nanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
