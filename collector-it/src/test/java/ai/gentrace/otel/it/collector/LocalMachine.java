package ai.gentrace.otel.it.collector;

import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorException.Reason;
import ai.gentrace.otel.cli.run.Command;
import ai.gentrace.otel.cli.run.CommandOutput;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Version;
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

/**
 * The machine that the tests run on.
 *
 * @param root folder of the project
 * @param dockerLimit how long Docker may take to answer
 * @param pullLimit how long an image may take to come
 */
record LocalMachine(Path root, Duration dockerLimit, Duration pullLimit) implements Machine {
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(15);

  /** Returns this machine, with limits that together stay below a minute. */
  static LocalMachine withUsualLimits(Path root) {
    return new LocalMachine(root, Duration.ofSeconds(15), Duration.ofSeconds(40));
  }

  @Override
  public Collector container(String image) throws CollectorException, InterruptedException {
    DockerClient docker =
        limited(
            () -> DockerClientFactory.instance().client(),
            dockerLimit,
            "Docker is not to be used; install it, start it, and see that `docker version` answers");
    Version version = limited(() -> docker.versionCmd().exec(), dockerLimit, "Docker is silent");
    if (isTooOld(version)) {
      throw notAvailable("Docker " + version.getVersion() + " is too old; install 20.10 or newer");
    }
    try {
      docker.inspectImageCmd(image).exec();
    } catch (NotFoundException e) {
      limited(
          () -> docker.pullImageCmd(image).start().awaitCompletion(),
          pullLimit,
          "image "
              + image
              + " is not here and could not be pulled; run `docker pull "
              + image
              + "`");
    }
    return new ContainerCollector(image);
  }

  /** 20.10, whose API is 1.41, is the first that lets containers reach the host by a name. */
  private static boolean isTooOld(Version version) {
    String[] api = String.valueOf(version.getApiVersion()).split("\\.", -1);
    return api.length == 2 && Integer.parseInt(api[0]) <= 1 && Integer.parseInt(api[1]) < 41;
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
