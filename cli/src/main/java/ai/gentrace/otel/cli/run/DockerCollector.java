package ai.gentrace.otel.cli.run;

import ai.gentrace.otel.cli.run.CollectorException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/**
 * A collector as a container, run by the docker command.
 *
 * <p>Servers and listeners stay on this machine's loopback: on Linux the container shares the
 * host's network; Docker Desktop passes {@code host.docker.internal} and published ports on to it.
 *
 * @param image name of the image
 * @param docker the docker command
 */
record DockerCollector(String image, String docker) implements Collector {
  private static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);
  private static final Duration ASK_LIMIT = Duration.ofSeconds(10);
  private static final Duration PULL_LIMIT = Duration.ofSeconds(45);
  private static final String CONFIG_FOLDER = "/gentrace-otel";

  @Override
  public String description() {
    return "container " + image + " by " + docker;
  }

  @Override
  public String hostName() {
    return sharesHostNetwork() ? "127.0.0.1" : "host.docker.internal";
  }

  @Override
  public InetAddress serverAddress() {
    return InetAddress.getLoopbackAddress();
  }

  private static boolean sharesHostNetwork() {
    return System.getProperty("os.name", "").startsWith("Linux");
  }

  @Override
  public CommandOutput run(List<String> arguments) throws CollectorException, InterruptedException {
    return runToEnd(arguments, CollectorSetup.of(List.of()));
  }

  @Override
  public CommandOutput validate(CollectorSetup setup)
      throws CollectorException, InterruptedException {
    return runToEnd(LaunchPlan.validateArguments(setup.configPaths(CONFIG_FOLDER)), setup);
  }

  private CommandOutput runToEnd(List<String> arguments, CollectorSetup setup)
      throws CollectorException, InterruptedException {
    requireImage();
    DockerContainer container = create(arguments, setup, List.of());
    try {
      return Command.await(container.start(), COMMAND_LIMIT);
    } catch (IOException e) {
      throw notAvailable(cannotRun(e));
    } catch (TimeoutException e) {
      throw new CollectorException(Reason.NOT_READY, String.valueOf(e.getMessage()), List.of());
    } finally {
      container.kill();
      container.cleanUp();
    }
  }

  @Override
  public RunningCollector start(CollectorSetup setup)
      throws CollectorException, InterruptedException {
    requireImage();
    return LaunchPlan.start(
        setup, sharesHostNetwork() ? "127.0.0.1" : "0.0.0.0", plan -> launch(plan));
  }

  private RunningCollector launch(LaunchPlan plan) throws CollectorException, InterruptedException {
    List<Integer> ports = List.copyOf(plan.published());
    DockerContainer container =
        create(plan.arguments(plan.setup().configPaths(CONFIG_FOLDER)), plan.setup(), ports);
    try {
      ExitGuard guard = new ExitGuard();
      Process client = guard.start(container.start());
      return ChildCollector.awaitReady(description(), plan, guard, client, container);
    } catch (IOException e) {
      container.cleanUp();
      throw notAvailable(cannotRun(e));
    }
  }

  private DockerContainer create(
      List<String> arguments, CollectorSetup setup, List<Integer> published)
      throws CollectorException, InterruptedException {
    String name = "gentrace-otel-" + UUID.randomUUID();
    Map<String, String> environment = new TreeMap<>(setup.environment());
    List<String> line =
        new ArrayList<>(
            List.of(docker, "create", "--rm", "--name", name, "--label", "ai.gentrace.otel=run"));
    if (sharesHostNetwork()) {
      line.addAll(List.of("--network", "host"));
    } else {
      line.addAll(List.of("--add-host", "host.docker.internal:host-gateway"));
      published.forEach(port -> line.addAll(List.of("-p", "127.0.0.1:" + port + ":" + port)));
    }
    for (Map.Entry<String, Path> folder : setup.folders().entrySet()) {
      String path = CONFIG_FOLDER + "-" + folder.getKey();
      line.addAll(List.of("-v", folder.getValue().toAbsolutePath() + ":" + path));
      environment.put(folder.getKey(), path);
    }
    // Names only: values on the command line would be visible to every user of the machine.
    environment.keySet().forEach(variable -> line.addAll(List.of("-e", variable)));
    line.add(image);
    line.addAll(arguments);
    DockerContainer container = new DockerContainer(docker, name);
    boolean created = false;
    try (StagedConfigs configs = StagedConfigs.copies(setup.configs())) {
      execute(new Command(line, environment), COMMAND_LIMIT);
      execute(
          Command.of(docker, "cp", configs.folder().toString(), name + ":" + CONFIG_FOLDER),
          COMMAND_LIMIT);
      created = true;
      return container;
    } catch (IOException e) {
      throw notAvailable("the config could not be staged: " + e.getMessage());
    } finally {
      // Also when this thread is interrupted, as another run's failure does.
      if (!created) {
        container.cleanUp();
      }
    }
  }

  private void requireImage() throws CollectorException, InterruptedException {
    String system =
        execute(
            Command.of(docker, "info", "--format", "{{.OperatingSystem}} {{.SecurityOptions}}"),
            ASK_LIMIT);
    if (sharesHostNetwork() && (system.contains("Docker Desktop") || system.contains("rootless"))) {
      throw notAvailable(
          "this Docker ("
              + system.strip()
              + ") has a network of its own, so its containers do not reach this machine's"
              + " loopback; give a collector binary");
    }
    Command inspect = Command.of(docker, "image", "inspect", "--format", "{{.Id}}", image);
    if (!attempt(inspect, ASK_LIMIT).succeeded()) {
      execute(Command.of(docker, "pull", image), PULL_LIMIT);
    }
  }

  private String execute(Command command, Duration limit)
      throws CollectorException, InterruptedException {
    CommandOutput output = attempt(command, limit);
    if (!output.succeeded()) {
      throw notAvailable(
          String.join(" ", command.line().subList(0, 2)) + " failed: " + output.output());
    }
    return output.output();
  }

  private CommandOutput attempt(Command command, Duration limit)
      throws CollectorException, InterruptedException {
    try {
      return command.run(limit);
    } catch (IOException e) {
      throw notAvailable(cannotRun(e));
    } catch (TimeoutException e) {
      throw notAvailable(
          String.join(" ", command.line())
              + " did not end within "
              + limit.toSeconds()
              + " s; run it by hand to see why");
    }
  }

  private String cannotRun(IOException cause) {
    return docker
        + " could not be run ("
        + cause.getMessage()
        + "); install Docker, or give a collector binary";
  }

  private static CollectorException notAvailable(String message) {
    return new CollectorException(Reason.NOT_AVAILABLE, message, List.of());
  }
}
