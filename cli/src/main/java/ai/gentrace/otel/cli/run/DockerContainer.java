package ai.gentrace.otel.cli.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** A created container, ended and removed by name. */
record DockerContainer(String docker, String name) implements ChildCollector.Control {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Returns the command that starts it and passes its output on until it ends. */
  ProcessBuilder start() {
    return new ProcessBuilder(List.of(docker, "start", "--attach", name)).redirectErrorStream(true);
  }

  @Override
  public void terminate() throws InterruptedException {
    docker("kill", "--signal", "TERM", name);
  }

  @Override
  public void kill() {
    dockerUninterrupted("kill", name);
  }

  /** It removes itself when it ends; one that never started has to be removed. */
  @Override
  public void cleanUp() {
    dockerUninterrupted("rm", "--force", name);
  }

  private void dockerUninterrupted(String... arguments) {
    boolean interrupted = Thread.interrupted();
    try {
      docker(arguments);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A container that is gone already, or a daemon that is, leaves nothing to do. */
  private void docker(String... arguments) throws InterruptedException {
    List<String> line = new ArrayList<>(List.of(docker));
    line.addAll(List.of(arguments));
    try {
      new Command(line, Map.of()).run(LIMIT);
    } catch (IOException | TimeoutException e) {
      return;
    }
  }
}
