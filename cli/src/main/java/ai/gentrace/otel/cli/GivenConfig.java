package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The config that a command is about.
 *
 * @param files what it was read from, as the user names them
 * @param configs one for each file
 * @param config what the collector makes of them together
 */
record GivenConfig(List<String> files, List<LocatedConfig> configs, CollectorConfig config) {
  /** What is looked for where no file is named. */
  static final List<String> USUAL_NAMES =
      List.of("collector", "otel-collector", "otel-collector-config", "otelcol-config", "config");

  /** How a YAML file's name ends. */
  static final List<String> ENDINGS = List.of(".yaml", ".yml");

  private static final String STANDARD_INPUT = "-";

  GivenConfig {
    files = List.copyOf(files);
    configs = List.copyOf(configs);
  }

  /** The files of a command line, or the first usual one of the working directory. */
  static List<String> files(List<String> named, Console console) {
    if (!named.isEmpty()) {
      return named;
    }
    return List.of(usual(console).orElseThrow(() -> noFile()));
  }

  /** The first usual file of the working directory. */
  static Optional<String> usual(Console console) {
    for (String name : USUAL_NAMES) {
      for (String ending : ENDINGS) {
        if (Files.isRegularFile(console.resolve(name + ending))) {
          return Optional.of(name + ending);
        }
      }
    }
    return Optional.empty();
  }

  private static UsageException noFile() {
    return new UsageException(
        "no FILE is named, and none with a usual name is here",
        "name one, or - for standard input; usual names are "
            + String.join(".yaml, ", USUAL_NAMES)
            + ".yaml");
  }

  /**
   * Reads files as one config, as {@code --config a --config b} does.
   *
   * @throws UsageException if a file holds no config, or not one
   * @throws IOException if a file cannot be read
   */
  static GivenConfig read(List<String> files, Arguments arguments, Console console)
      throws IOException {
    ConfigOptions options = ConfigOptions.of(arguments);
    List<LocatedConfig> located = new ArrayList<>();
    for (String file : files) {
      located.add(locate(file, options, console));
    }
    List<CollectorConfig> configs = located.stream().map(LocatedConfig::config).toList();
    for (CollectorConfig config : configs) {
      if (!config.problems().isEmpty()) {
        throw new UsageException(
            config.problems().get(0).place() + ": " + config.problems().get(0).message());
      }
    }
    return new GivenConfig(files, located, CollectorConfig.merged(configs));
  }

  private static LocatedConfig locate(String file, ConfigOptions options, Console console)
      throws IOException {
    boolean stdin = file.equals(STANDARD_INPUT);
    if (!stdin && Files.isDirectory(console.resolve(file))) {
      throw new UsageException(file + ": is a directory", "name the file in it");
    }
    Path resolved = console.resolve(file);
    byte[] bytes = stdin ? console.in().readAllBytes() : Files.readAllBytes(resolved);
    String name = stdin ? "<stdin>" : file;
    YamlStream stream = YamlStream.parse(YamlSource.decode(name, bytes));
    ConfigChoice choice = options.choose(stream);
    if (choice instanceof ConfigChoice.Refused refused) {
      String where = refused.place() == null ? name : refused.place().toString();
      throw new UsageException(where + ": " + refused.reason(), refused.wayOut());
    }
    return ((ConfigChoice.Chosen) choice).config();
  }
}
