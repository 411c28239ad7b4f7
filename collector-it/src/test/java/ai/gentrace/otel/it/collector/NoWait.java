package ai.gentrace.otel.it.collector;

import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** Leaves the waiting to {@link ContainerCollector}, which waits as for a process. */
final class NoWait extends AbstractWaitStrategy {
  @Override
  protected void waitUntilReady() {}
}
