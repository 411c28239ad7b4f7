package ai.gentrace.otel.cli.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The last 10,000 lines that a program wrote. Thread-safe. */
public final class LogTail {
  private static final int CAPACITY = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<String> lines = new ArrayDeque<>();
  private boolean ended;

  /** Adds a line. */
  public void add(String line) {
    lock.lock();
    try {
      if (lines.size() == CAPACITY) {
        lines.removeFirst();
      }
      lines.addLast(line);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Says that no line will follow. */
  public void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Reads a stream to its end in a thread of its own, which is returned started. */
  Thread follow(InputStream stream) {
    Thread thread = new Thread(() -> read(stream), "program-output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void read(InputStream stream) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(output ends here: " + e.getMessage() + ")");
    } finally {
      end();
    }
  }

  /** Returns the lines, oldest first. */
  public List<String> lines() {
    lock.lock();
    try {
      return List.copyOf(lines);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a line matches, also one that is there already.
   *
   * @return false if the limit passed, or the program ended, without one
   */
  public boolean await(Predicate<String> wanted, Duration limit) throws InterruptedException {
    long nanos = limit.toNanos();
    lock.lock();
    try {
      while (lines.stream().noneMatch(wanted)) {
        if (ended || nanos <= 0) {
          return false;
        }
        nanos = changed.awaitNanos(nanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the program has ended its output.
   *
   * @return false if the limit passed before
   */
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    long nanos = limit.toNanos();
    lock.lock();
    try {
      while (!ended) {
        if (nanos <= 0) {
          return false;
        }
        nanos = changed.awaitNanos(nanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
