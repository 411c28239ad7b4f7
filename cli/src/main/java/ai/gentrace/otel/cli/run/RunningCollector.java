package ai.gentrace.otel.cli.run;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A collector that is ready, or has been. Thread-safe. */
public interface RunningCollector extends AutoCloseable {
  /**
   * Returns where a listener is reached from this machine.
   *
   * @param configPath as in {@link CollectorSetup#listeners()}
   * @throws IllegalArgumentException if the setup had no such listener
   */
  Address address(String configPath);

  /**
   * Returns the URL of the collector's own metrics in Prometheus text.
   *
   * @throws IllegalStateException if the setup asked for none
   */
  Address metrics();

  /** Returns the last lines of its log, oldest first. */
  List<String> log();

  /**
   * Waits for a line of the log, also one that is there already.
   *
   * @return false if the limit passed, or the collector ended, without one
   */
  boolean awaitLog(Predicate<String> line, Duration limit) throws InterruptedException;

  /** Returns whether it still runs. */
  boolean isRunning();

  /**
   * Asks it to end, so that it hands on what it holds, and waits; kills it after the limit.
   *
   * @return whether it ended by itself and in order
   */
  boolean stop(Duration limit) throws InterruptedException;

  /** Kills it at once, as a crash or the kernel's out-of-memory killer would. */
  void kill();

  /** Kills it if it still runs, and removes whatever it left behind. Idempotent. */
  @Override
  void close();
}
