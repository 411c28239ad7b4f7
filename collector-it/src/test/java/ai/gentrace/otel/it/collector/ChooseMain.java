package ai.gentrace.otel.it.collector;

import ai.gentrace.otel.cli.run.CollectorException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Chooses a collector in a JVM of its own, since what a JVM has found out about Docker it keeps.
 * Prints the choice, or why there is none.
 */
final class ChooseMain {
  private ChooseMain() {}

  /**
   * Chooses and prints.
   *
   * @param arguments root of the project, seconds that Docker may take, seconds that an image may
   *     take
   */
  public static void main(String... arguments) throws InterruptedException {
    Duration docker = Duration.ofSeconds(Long.parseLong(arguments[1]));
    Duration pull = Duration.ofSeconds(Long.parseLong(arguments[2]));
    try {
      System.out.println(
          CollectorChoice.of(
              System.getProperties(), new LocalMachine(Path.of(arguments[0]), docker, pull)));
    } catch (CollectorException e) {
      System.out.println("none: " + e.getMessage());
    }
    // Docker's client leaves threads behind that wait for the daemon.
    System.exit(0);
  }
}
