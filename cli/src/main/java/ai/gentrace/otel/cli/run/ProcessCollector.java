package ai.gentrace.otel.cli.run;

import ai.gentrace.otel.cli.run.CollectorException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** A collector as a child process. */
record ProcessCollector(Path binary) implements Collector {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);

  @Override
  public String description() {
    return "process " + binary;
  }

  @Override
  public String hostName() {
    return LOOPBACK;
  }

  @Override
  public InetAddress serverAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public CommandOutput run(List<String> arguments) throws CollectorException, InterruptedException {
    return run(arguments, CollectorSetup.of(List.of()));
  }

  @Override
  public CommandOutput validate(CollectorSetup setup)
      throws CollectorException, InterruptedException {
    try (StagedConfigs configs = StagedConfigs.texts(setup.configs())) {
      return run(LaunchPlan.validateArguments(paths(configs)), setup);
    } catch (IOException e) {
      throw notAvailable("the config could not be staged: " + e.getMessage());
    }
  }

  private CommandOutput run(List<String> arguments, CollectorSetup setup)
      throws CollectorException, InterruptedException {
    try {
      return Command.await(process(arguments, setup), COMMAND_LIMIT);
    } catch (IOException e) {
      throw cannotStart(e);
    } catch (TimeoutException e) {
      throw new CollectorException(Reason.NOT_READY, String.valueOf(e.getMessage()), List.of());
    }
  }

  @Override
  public RunningCollector start(CollectorSetup setup)
      throws CollectorException, InterruptedException {
    return LaunchPlan.start(setup, LOOPBACK, this::launch);
  }

  private RunningCollector launch(LaunchPlan plan) throws CollectorException, InterruptedException {
    StagedConfigs configs;
    try {
      configs = StagedConfigs.texts(plan.setup().configs());
    } catch (IOException e) {
      throw notAvailable("the config could not be staged: " + e.getMessage());
    }
    ExitGuard guard = new ExitGuard();
    Process process;
    try {
      process = guard.start(process(plan.arguments(paths(configs)), plan.setup()));
    } catch (IOException e) {
      configs.close();
      throw cannotStart(e);
    }
    return ChildCollector.awaitReady(
        description(), plan, guard, process, new ChildCollector.OwnProcess(process, configs));
  }

  private static List<String> paths(StagedConfigs configs) {
    return configs.files().stream().map(Path::toString).toList();
  }

  private ProcessBuilder process(List<String> arguments, CollectorSetup setup) {
    List<String> line = new ArrayList<>(List.of(binary.toString()));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    // Windows starts no program without it.
    String systemRoot = builder.environment().get("SystemRoot");
    builder.environment().clear();
    if (systemRoot != null) {
      builder.environment().put("SystemRoot", systemRoot);
    }
    builder.environment().putAll(setup.environment());
    setup
        .folders()
        .forEach((variable, folder) -> builder.environment().put(variable, folder.toString()));
    return builder;
  }

  private CollectorException cannotStart(IOException cause) {
    if (!Files.exists(binary)) {
      return notAvailable("no collector binary at " + binary);
    }
    if (!Files.isExecutable(binary)) {
      return notAvailable(binary + " is not executable; chmod +x it");
    }
    return notAvailable(binary + " could not be started: " + cause.getMessage());
  }

  private static CollectorException notAvailable(String message) {
    return new CollectorException(Reason.NOT_AVAILABLE, message, List.of());
  }
}
