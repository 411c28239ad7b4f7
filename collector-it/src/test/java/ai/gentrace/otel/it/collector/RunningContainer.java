package ai.gentrace.otel.it.collector;

import ai.gentrace.otel.cli.run.Address;
import ai.gentrace.otel.cli.run.LaunchPlan;
import ai.gentrace.otel.cli.run.LogTail;
import ai.gentrace.otel.cli.run.RunningCollector;
import com.github.dockerjava.api.exception.DockerException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.testcontainers.containers.GenericContainer;

/** A collector in a container of Testcontainers. */
final class RunningContainer implements RunningCollector {
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

  private final LaunchPlan plan;
  private final GenericContainer<?> container;
  private final LogTail log;
  private final Instant readySince = Instant.now();

  RunningContainer(LaunchPlan plan, GenericContainer<?> container, LogTail log) {
    this.plan = plan;
    this.container = container;
    this.log = log;
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
    return container.isRunning();
  }

  @Override
  public boolean stop(Duration limit) throws InterruptedException {
    LaunchPlan.awaitHearing(log, readySince);
    signal("TERM");
    // The log's end is the program's end.
    log.awaitEnd(limit);
    close();
    return LaunchPlan.endedInOrder(log);
  }

  @Override
  public void kill() {
    signal("KILL");
    try {
      log.awaitEnd(KILL_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void signal(String name) {
    String id = container.getContainerId();
    if (id == null) {
      return;
    }
    try {
      container.getDockerClient().killContainerCmd(id).withSignal(name).exec();
    } catch (DockerException e) {
      // It has ended already.
      return;
    }
  }

  @Override
  public void close() {
    container.close();
  }
}
