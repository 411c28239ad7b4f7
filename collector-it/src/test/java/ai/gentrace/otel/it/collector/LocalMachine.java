package ai.gentrace.otel.it.collector;

import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorException.Reason;
import ai.gentrace.otel.cli.run.Command;
import ai.gentrace.otel.cli.run.CommandOutput;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;

/** The machine that the tests run on. */
record LocalMachine(Path root) implements Machine {
  private static final Duration DOCKER_LIMIT = Duration.ofSeconds(15);
  private static final Duration PULL_LIMIT = Duration.ofSeconds(40);
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(15);

  @Override
  public Collector container(String image) throws CollectorException, InterruptedException {
    DockerClient docker =
        limited(
            () -> DockerClientFactory.instance().client(),
            DOCKER_LIMIT,
            "Docker is not to be used; install it, start it, and see that `docker info` answers");
    try {
      docker.inspectImageCmd(image).exec();
    } catch (NotFoundException e) {
      limited(
          () -> docker.pullImageCmd(image).start().awaitCompletion(),
          PULL_LIMIT,
          "image "
              + image
              + " is not here and could not be pulled; run `docker pull "
              + image
              + "`");
    }
    return new ContainerCollector(image);
  }

  /** Docker's client waits for minutes where a daemon or a registry does not answer. */
  private static <T> T limited(Callable<T> work, Duration limit, String failure)
      throws CollectorException, InterruptedException {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread daemon = new Thread(task, "docker");
              daemon.setDaemon(true);
              return daemon;
            });
    Future<T> result = thread.submit(work);
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw notAvailable(failure + " (" + String.valueOf(e.getCause().getMessage()).strip() + ")");
    } catch (TimeoutException e) {
      throw notAvailable(failure + " (no answer within " + limit.toSeconds() + " s)");
    } finally {
      thread.shutdownNow();
    }
  }

  @Override
  public Collector built() throws CollectorException, InterruptedException {
    Path script = root.resolve("collector-it/build");
    try {
      CommandOutput output = Command.of(script.toString(), "binary").run(BUILD_LIMIT);
      List<String> lines = output.output().lines().toList();
      if (!output.succeeded()) {
        throw notAvailable(output.output());
      }
      return Collector.ofBinary(Path.of(lines.get(lines.size() - 1)));
    } catch (IOException | TimeoutException e) {
      throw notAvailable(script + " failed: " + e.getMessage());
    }
  }

  private static CollectorException notAvailable(String message) {
    return new CollectorException(Reason.NOT_AVAILABLE, message, List.of());
  }
}
