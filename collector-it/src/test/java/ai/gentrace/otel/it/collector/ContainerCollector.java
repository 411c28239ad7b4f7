package ai.gentrace.otel.it.collector;

import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorException.Reason;
import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.cli.run.CommandOutput;
import ai.gentrace.otel.cli.run.ConfigSource;
import ai.gentrace.otel.cli.run.LaunchPlan;
import ai.gentrace.otel.cli.run.LogTail;
import ai.gentrace.otel.cli.run.RunningCollector;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * A collector as a container with a network of its own, run by Testcontainers. The image has to be
 * there.
 */
record ContainerCollector(String image) implements Collector {
  /** One label: for the rules a host of the cluster, where plain http is no leak. */
  private static final String HOST = "test-host";

  private static final String EVERYWHERE = "0.0.0.0";
  private static final String CONFIG_FOLDER = "/etc/gentrace-otel";
  private static final String FOLDERS = "/var/lib/gentrace-otel-";

  @Override
  public String description() {
    return "container " + image + " by Testcontainers";
  }

  @Override
  public String hostName() {
    return HOST;
  }

  @Override
  public InetAddress serverAddress() {
    try {
      return InetAddress.getByName(EVERYWHERE);
    } catch (UnknownHostException e) {
      throw new UncheckedIOException("a literal address is always known", e);
    }
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
    LogTail log = new LogTail();
    try (GenericContainer<?> container = container(arguments, setup, List.of(), log)) {
      launch(container);
      // The log's end is the program's end.
      log.awaitEnd(setup.startLimit());
      Long exitCode = container.getCurrentContainerInfo().getState().getExitCodeLong();
      if (container.isRunning() || exitCode == null) {
        throw new CollectorException(
            Reason.NOT_READY,
            image + " did not end within " + setup.startLimit().toSeconds() + " s",
            log.lines());
      }
      return new CommandOutput(exitCode.intValue(), String.join("\n", log.lines()));
    }
  }

  @Override
  public RunningCollector start(CollectorSetup setup)
      throws CollectorException, InterruptedException {
    return LaunchPlan.start(setup, EVERYWHERE, this::launch);
  }

  private RunningCollector launch(LaunchPlan plan) throws CollectorException, InterruptedException {
    LogTail log = new LogTail();
    CollectorSetup setup = plan.setup();
    GenericContainer<?> container =
        container(plan.arguments(setup.configPaths(CONFIG_FOLDER)), setup, plan.published(), log);
    boolean ready = false;
    try {
      launch(container);
      ready = log.await(line -> line.contains(LaunchPlan.READY), setup.startLimit());
      if (!ready) {
        throw plan.failure(description(), !container.isRunning(), log.lines());
      }
      return new RunningContainer(plan, container, log);
    } finally {
      if (!ready) {
        container.close();
      }
    }
  }

  private static void launch(GenericContainer<?> container) throws CollectorException {
    try {
      container.start();
    } catch (ContainerLaunchException e) {
      String causes = causes(e);
      boolean portTaken =
          causes.contains("address already in use") || causes.contains("port is already allocated");
      throw new CollectorException(
          portTaken ? Reason.PORT_IN_USE : Reason.NOT_AVAILABLE,
          "Docker could not start the container: " + causes,
          List.of());
    }
  }

  private static String causes(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(text.length() == 0 ? "" : ": ").append(cause.getMessage());
    }
    return text.toString();
  }

  @SuppressWarnings("resource") // The caller closes it; each method returns the container itself.
  private GenericContainer<?> container(
      List<String> arguments, CollectorSetup setup, Collection<Integer> published, LogTail log) {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withImagePullPolicy(name -> false)
            .withExtraHost(HOST, "host-gateway")
            .withCommand(arguments.toArray(String[]::new))
            .withEnv(setup.environment())
            .withStartupCheckStrategy(new Started())
            .waitingFor(new NoWait())
            .withLogConsumer(frame -> add(frame, log))
            .withCreateContainerCmdModifier(
                command -> {
                  List<ExposedPort> exposed = published.stream().map(ExposedPort::tcp).toList();
                  command.withExposedPorts(exposed);
                  command
                      .getHostConfig()
                      .withPortBindings(exposed.stream().map(ContainerCollector::samePort).toList())
                      .withBinds(binds(setup));
                });
    setup.folders().keySet().forEach(name -> container.withEnv(name, FOLDERS + name));
    List<String> paths = setup.configPaths(CONFIG_FOLDER);
    for (int i = 0; i < paths.size(); i++) {
      container.withCopyToContainer(
          Transferable.of(text(setup.configs().get(i)), 0644), paths.get(i));
    }
    return container;
  }

  /** Testcontainers' own way first pulls an image to try it, and waits for minutes offline. */
  private static List<Bind> binds(CollectorSetup setup) {
    return setup.folders().entrySet().stream()
        .map(
            folder -> new Bind(folder.getValue().toString(), new Volume(FOLDERS + folder.getKey())))
        .toList();
  }

  /** On all of the host's addresses, because another container reaches it by the bridge's. */
  private static PortBinding samePort(ExposedPort port) {
    return new PortBinding(Ports.Binding.bindPort(port.getPort()), port);
  }

  private static void add(OutputFrame frame, LogTail log) {
    if (frame.getType() == OutputFrame.OutputType.END) {
      log.end();
    } else {
      frame.getUtf8StringWithoutLineEnding().lines().forEach(log::add);
    }
  }

  private static byte[] text(ConfigSource config) {
    try {
      return config instanceof ConfigSource.File file
          ? Files.readAllBytes(file.path())
          : ((ConfigSource.Text) config).yaml().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
