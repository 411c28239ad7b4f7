package ai.gentrace.otel.cli.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a collector is started with. Immutable; the {@code with} methods return changed copies.
 *
 * @param configs merged by the collector in this order
 * @param environment all that the collector sees: nothing of this process's environment reaches it
 * @param listeners config path of a listen address (parts joined by {@code ::}) to its port, 0 for
 *     a free one; whatever the config says there is overridden
 * @param folders name of an environment variable to a folder of this machine; the collector finds
 *     the folder's path in that variable
 * @param metrics whether the collector serves its own metrics; without, it has none
 * @param startLimit how long it may take until it is ready
 */
public record CollectorSetup(
    List<ConfigSource> configs,
    Map<String, String> environment,
    Map<String, Integer> listeners,
    Map<String, Path> folders,
    boolean metrics,
    Duration startLimit) {

  /** Listen address of the OTLP receiver with the id {@code otlp}, gRPC. */
  public static final String OTLP_GRPC = "receivers::otlp::protocols::grpc::endpoint";

  /** Listen address of the OTLP receiver with the id {@code otlp}, HTTP. */
  public static final String OTLP_HTTP = "receivers::otlp::protocols::http::endpoint";

  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  public CollectorSetup {
    configs = List.copyOf(configs);
    environment = Map.copyOf(environment);
    listeners = Map.copyOf(listeners);
    folders = Map.copyOf(folders);
  }

  /** Returns a setup with one config and nothing else. */
  public static CollectorSetup of(String yaml) {
    return of(List.of(new ConfigSource.Text(yaml)));
  }

  /** Returns a setup with these configs and nothing else. */
  public static CollectorSetup of(List<ConfigSource> configs) {
    return new CollectorSetup(configs, Map.of(), Map.of(), Map.of(), false, START_LIMIT);
  }

  /** Adds a config that is merged onto those before it. */
  public CollectorSetup withConfig(ConfigSource config) {
    List<ConfigSource> changed = new ArrayList<>(configs);
    changed.add(config);
    return new CollectorSetup(changed, environment, listeners, folders, metrics, startLimit);
  }

  /** Sets an environment variable. */
  public CollectorSetup withVariable(String name, String value) {
    return new CollectorSetup(
        configs, with(environment, name, value), listeners, folders, metrics, startLimit);
  }

  /** Moves a listen address to a free port. */
  public CollectorSetup listening(String configPath) {
    return listening(configPath, 0);
  }

  /** Moves a listen address to a port, for instance that of a collector that ran before. */
  public CollectorSetup listening(String configPath, int port) {
    return new CollectorSetup(
        configs, environment, with(listeners, configPath, port), folders, metrics, startLimit);
  }

  /** Shares a folder with the collector, which may write there and survives it. */
  public CollectorSetup withFolder(String variable, Path folder) {
    return new CollectorSetup(
        configs, environment, listeners, with(folders, variable, folder), metrics, startLimit);
  }

  /** Lets the collector serve its own metrics, at the level that it has by default. */
  public CollectorSetup withMetrics() {
    return new CollectorSetup(configs, environment, listeners, folders, true, startLimit);
  }

  /** Changes how long the collector may take until it is ready. */
  public CollectorSetup withStartLimit(Duration limit) {
    return new CollectorSetup(configs, environment, listeners, folders, metrics, limit);
  }

  /**
   * Returns the paths of the configs where they are copied into a folder of a container.
   *
   * @param folder absolute, without a slash at its end
   */
  public List<String> configPaths(String folder) {
    return IntStream.rangeClosed(1, configs.size())
        .mapToObj(number -> folder + "/" + configName(number))
        .toList();
  }

  /**
   * Returns the name of a copied config.
   *
   * @param number from 1
   */
  static String configName(int number) {
    return "config-" + number + ".yaml";
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }
}
