package ai.gentrace.otel.cli.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One attempt to start a collector: its setup with a port for each listener.
 *
 * <p>Ports are set by configs of their own that the collector merges last, so that a user's file is
 * run as it is.
 *
 * @param setup what to run
 * @param listenHost address that the collector listens on
 * @param ports config path of each listen address to its port
 * @param metricsPort port of the collector's own metrics, 0 without
 */
public record LaunchPlan(
    CollectorSetup setup, String listenHost, Map<String, Integer> ports, int metricsPort) {

  /** Line of a collector's log that says it is ready. */
  public static final String READY = "Everything is ready";

  private static final String LOOPBACK = "127.0.0.1";
  private static final int ATTEMPTS = 3;
  private static final Duration DEAF = Duration.ofMillis(500);

  /** Starts a collector as planned. */
  public interface Launcher {
    /** Starts it and waits until it is ready. */
    RunningCollector launch(LaunchPlan plan) throws CollectorException, InterruptedException;
  }

  /**
   * Plans and launches; where a free port was taken by somebody else meanwhile, again with others.
   */
  public static RunningCollector start(CollectorSetup setup, String listenHost, Launcher launcher)
      throws CollectorException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return launcher.launch(plan(setup, listenHost));
      } catch (CollectorException e) {
        boolean chosenHere = setup.metrics() || setup.listeners().containsValue(0);
        if (e.reason() != CollectorException.Reason.PORT_IN_USE
            || !chosenHere
            || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static LaunchPlan plan(CollectorSetup setup, String listenHost) {
    Map<String, Integer> ports = new TreeMap<>(setup.listeners());
    ports.replaceAll((path, port) -> port == 0 ? FreePort.find() : port);
    return new LaunchPlan(setup, listenHost, ports, setup.metrics() ? FreePort.find() : 0);
  }

  /**
   * Returns the collector's arguments.
   *
   * @param configPaths where the collector finds the setup's configs, in their order
   */
  public List<String> arguments(List<String> configPaths) {
    List<String> arguments = new ArrayList<>(configArguments(configPaths));
    ports.forEach(
        (path, port) -> addOverlay(arguments, path + ": \"" + listenHost + ":" + port + "\""));
    // Readiness is read from the log, wherever the user's config sends it.
    addOverlay(
        arguments,
        "service::telemetry::logs: {level: INFO, encoding: console, output_paths: [stderr],"
            + " error_output_paths: [stderr]}");
    addOverlay(
        arguments,
        metricsPort == 0
            ? "service::telemetry::metrics::level: none"
            : "service::telemetry::metrics: {level: normal, readers: [{pull: {exporter:"
                + " {prometheus: {host: \""
                + listenHost
                + "\", port: "
                + metricsPort
                + "}}}}]}");
    return arguments;
  }

  /**
   * Returns the arguments that make a collector check configs and end.
   *
   * @param configPaths where the collector finds the configs, in their order
   */
  public static List<String> validateArguments(List<String> configPaths) {
    List<String> arguments = new ArrayList<>(List.of("validate"));
    arguments.addAll(configArguments(configPaths));
    return arguments;
  }

  private static List<String> configArguments(List<String> configPaths) {
    List<String> arguments = new ArrayList<>();
    for (String path : configPaths) {
      arguments.add("--config");
      arguments.add(path);
    }
    return arguments;
  }

  /**
   * Waits until a collector hears the signal that asks it to end. It says that it is ready a moment
   * before; a signal in between ends it without a word, and what it holds is lost.
   *
   * @param readySince when it said so
   */
  public static void awaitHearing(LogTail log, Instant readySince) throws InterruptedException {
    log.awaitEnd(Duration.between(Instant.now(), readySince.plus(DEAF)));
  }

  /** Returns whether the log is that of a collector that has passed on what it could. */
  public static boolean endedInOrder(LogTail log) {
    return log.lines().stream().anyMatch(line -> line.contains("Shutdown complete"));
  }

  private static void addOverlay(List<String> arguments, String yaml) {
    arguments.add("--config");
    arguments.add("yaml:" + yaml);
  }

  /**
   * Returns where a listener of the started collector is reached from this machine.
   *
   * @throws IllegalArgumentException if the setup moves no listener of that config path
   */
  public Address address(String configPath) {
    Integer port = ports.get(configPath);
    if (port == null) {
      throw new IllegalArgumentException("no listener at " + configPath);
    }
    return new Address(LOOPBACK, port);
  }

  /**
   * Returns where the started collector's own metrics are reached from this machine.
   *
   * @throws IllegalStateException if the setup asks for none
   */
  public Address metricsAddress() {
    if (metricsPort == 0) {
      throw new IllegalStateException("the setup asked for no metrics");
    }
    return new Address(LOOPBACK, metricsPort);
  }

  /** Returns all ports that this machine has to reach. */
  public Collection<Integer> published() {
    List<Integer> all = new ArrayList<>(ports.values());
    if (metricsPort != 0) {
      all.add(metricsPort);
    }
    return all;
  }

  /**
   * Judges the log of a collector that is not ready.
   *
   * @param description what was run
   * @param ended whether it has ended; otherwise the start limit has passed
   */
  public CollectorException failure(String description, boolean ended, List<String> log) {
    return StartFailure.of(this, description, ended, log);
  }
}
