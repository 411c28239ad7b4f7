package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compose files that may start the collector of a plain config. */
public final class ComposeFiles {
  private static final List<String> NAMES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

  /** Above this nothing is a compose file that a person keeps. */
  private static final long MAX_BYTES = 1024 * 1024;

  private ComposeFiles() {}

  /**
   * The compose files in a config's folder and, where they speak of the config's name, in the
   * folder above. A file that cannot be read or is no YAML tells nothing and is left out.
   *
   * @param config the config's file
   */
  public static List<YamlStream> beside(Path config) {
    Path folder = config.toAbsolutePath().normalize().getParent();
    Path name = config.getFileName();
    if (folder == null || name == null) {
      return List.of();
    }
    List<YamlStream> here = in(folder, null);
    Path above = folder.getParent();
    return here.isEmpty() && above != null ? in(above, name.toString()) : here;
  }

  private static List<YamlStream> in(Path folder, @Nullable String mentioned) {
    List<YamlStream> files = new ArrayList<>();
    for (String name : NAMES) {
      YamlStream file = read(folder.resolve(name), name);
      if (file != null
          && !file.documents().isEmpty()
          && file.problems().isEmpty()
          && (mentioned == null || file.source().text().contains(mentioned))) {
        files.add(file);
      }
    }
    return files;
  }

  private static @Nullable YamlStream read(Path file, String name) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
        return YamlStream.parse(YamlSource.decode(name, Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      // Only a hint is lost: the release is then unknown, which the summary says.
    }
    return null;
  }
}
