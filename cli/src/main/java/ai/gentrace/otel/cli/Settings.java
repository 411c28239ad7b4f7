package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values for options that the command line does not give: first from the environment ({@code
 * GENTRACE_OTEL_COLLECTOR_VERSION} for {@code --collector-version}), then from the settings file.
 */
final class Settings implements IDefaultValueProvider {
  static final String FILE_NAME = ".gentrace-otel.yaml";
  private static final String ENVIRONMENT_PREFIX = "GENTRACE_OTEL_";

  private final Map<String, String> environment;
  private final Optional<Path> file;
  private final String shownFile;
  private final Map<String, SettingsFile.Value> values;
  private final Map<ArgSpec, String> origins = new HashMap<>();

  private Settings(
      Map<String, String> environment,
      Optional<Path> file,
      String shownFile,
      Map<String, SettingsFile.Value> values) {
    this.environment = environment;
    this.file = file;
    this.shownFile = shownFile;
    this.values = values;
  }

  /**
   * Reads the environment and, if wanted, the nearest settings file upward from the working
   * directory.
   *
   * @throws UsageException if the file is not a map of settings
   * @throws IOException if the file cannot be read
   */
  static Settings of(Console console, boolean withFile) throws IOException {
    Optional<Path> file = withFile ? nearestFile(console.workingDirectory()) : Optional.empty();
    if (file.isEmpty()) {
      return new Settings(console.environment(), file, FILE_NAME, Map.of());
    }
    Path path = file.get();
    String shown = console.workingDirectory().toAbsolutePath().relativize(path).toString();
    return new Settings(console.environment(), file, shown, SettingsFile.read(path, shown));
  }

  private static Optional<Path> nearestFile(Path workingDirectory) {
    for (Path folder = workingDirectory.toAbsolutePath();
        folder != null;
        folder = folder.getParent()) {
      Path candidate = folder.resolve(FILE_NAME);
      if (Files.isRegularFile(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /**
   * Refuses settings that no command has.
   *
   * @param spec the chosen command
   * @throws UsageException naming the line of the first unknown setting, and the nearest one
   */
  void check(CommandSpec spec) {
    if (values.isEmpty() || names(spec).containsAll(values.keySet())) {
      return;
    }
    TreeSet<String> known = new TreeSet<>();
    TreeSet<String> flags = new TreeSet<>();
    for (Commands.Entry entry : Commands.ALL) {
      CommandSpec other =
          CommandLines.spec(entry, CommonOptions.create(), Commands.create(entry.name()));
      known.addAll(names(other));
      other.options().forEach(option -> flags.add(name(option)));
    }
    for (Map.Entry<String, SettingsFile.Value> setting : values.entrySet()) {
      String name = setting.getKey();
      String where = shownFile + ":" + setting.getValue().line() + ": ";
      if (flags.contains(name) && !known.contains(name)) {
        throw new UsageException(where + "'" + name + "' can only be given on the command line");
      }
      if (!known.contains(name)) {
        throw new UsageException(
            where + "unknown setting '" + name + "'" + Nearest.suggestion(name, known));
      }
    }
  }

  private static List<String> names(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> option.userObject() instanceof Options.Source)
        .map(Settings::name)
        .toList();
  }

  private static String name(OptionSpec option) {
    String name = option.longestName();
    return name.startsWith("--") ? name.substring(2) : name;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)
        || !(option.userObject() instanceof Options.Source source)) {
      return null;
    }
    String name = name(option);
    String variable = ENVIRONMENT_PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT);
    String fromEnvironment = environment.get(variable);
    if (fromEnvironment != null && !fromEnvironment.isEmpty()) {
      origins.put(argument, variable);
      return fromEnvironment;
    }
    SettingsFile.Value value = values.get(name);
    if (value == null) {
      return null;
    }
    origins.put(argument, shownFile + ":" + value.line());
    return source == Options.Source.FILE_SETTING && file.isPresent()
        ? file.get().resolveSibling(value.text()).toString()
        : value.text();
  }

  /** Where the value of an argument came from, if not from the command line. */
  Optional<String> origin(@Nullable ArgSpec argument) {
    return argument == null ? Optional.empty() : Optional.ofNullable(origins.get(argument));
  }
}
