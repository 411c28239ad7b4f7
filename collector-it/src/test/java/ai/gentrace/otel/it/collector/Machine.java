package ai.gentrace.otel.it.collector;

import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;

/** What the machine offers to run a collector with. */
interface Machine {
  /**
   * Returns the collector of an image, which is pulled if need be.
   *
   * @throws CollectorException if there is no Docker, or no such image, within 60 s
   */
  Collector container(String image) throws CollectorException, InterruptedException;

  /**
   * Returns the collector that is built from its modules, by a build of its own the first time.
   *
   * @throws CollectorException if there is no Go, or the build fails
   */
  Collector built() throws CollectorException, InterruptedException;
}
