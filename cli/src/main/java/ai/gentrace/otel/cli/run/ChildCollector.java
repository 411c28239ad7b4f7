package ai.gentrace.otel.cli.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** A running collector whose log comes out of a child process. */
final class ChildCollector implements RunningCollector {
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
  private static final Duration END_LIMIT = Duration.ofSeconds(1);

  /** How the collector behind the child process is ended. */
  interface Control {
    /** Asks it to end. */
    void terminate() throws InterruptedException;

    /** Ends it at once. */
    void kill();

    /** Removes what it left behind, after its end. */
    void cleanUp();
  }

  /** A collector that is the child process itself. */
  record OwnProcess(Process process, StagedConfigs configs) implements Control {
    @Override
    public void terminate() {
      // Not Process.destroy: that closes the pipe of the log too, and writing to it kills.
      process.toHandle().destroy();
    }

    @Override
    public void kill() {
      process.destroyForcibly();
    }

    @Override
    public void cleanUp() {
      configs.close();
    }
  }

  private final LaunchPlan plan;
  private final Process child;
  private final Control control;
  private final LogTail log = new LogTail();
  private final ExitGuard guard;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Instant readySince = Instant.EPOCH;

  private ChildCollector(LaunchPlan plan, ExitGuard guard, Process child, Control control) {
    this.plan = plan;
    this.guard = guard;
    this.child = child;
    this.control = control;
    guard.endBy(this::end);
  }

  /** Returns the collector when it is ready; otherwise ends it. */
  static RunningCollector awaitReady(
      String description, LaunchPlan plan, ExitGuard guard, Process child, Control control)
      throws CollectorException, InterruptedException {
    ChildCollector collector = new ChildCollector(plan, guard, child, control);
    collector.log.follow(child.getInputStream());
    boolean ready = false;
    try {
      ready =
          collector.awaitLog(line -> line.contains(LaunchPlan.READY), plan.setup().startLimit());
      if (!ready) {
        // Its output ends a moment before it does.
        boolean ended = child.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        throw plan.failure(description, ended, collector.log());
      }
      collector.readySince = Instant.now();
      return collector;
    } finally {
      if (!ready) {
        collector.close();
      }
    }
  }

  @Override
  public Address address(String configPath) {
    return plan.address(configPath);
  }

  @Override
  public Address metrics() {
    return plan.metricsAddress();
  }

  @Override
  public List<String> log() {
    return log.lines();
  }

  @Override
  public boolean awaitLog(Predicate<String> line, Duration limit) throws InterruptedException {
    return log.await(line, limit);
  }

  @Override
  public boolean isRunning() {
    return child.isAlive();
  }

  @Override
  public boolean stop(Duration limit) throws InterruptedException {
    LaunchPlan.awaitHearing(log, readySince);
    Instant end = Instant.now().plus(limit);
    control.terminate();
    child.waitFor(Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS);
    close();
    return LaunchPlan.endedInOrder(log);
  }

  @Override
  public void kill() {
    control.kill();
    awaitEnd();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      end();
      guard.remove();
    }
  }

  private void end() {
    if (child.isAlive()) {
      control.kill();
    }
    awaitEnd();
    control.cleanUp();
  }

  private void awaitEnd() {
    try {
      child.waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      // So that the log is whole, last words included.
      log.awaitEnd(END_LIMIT);
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
