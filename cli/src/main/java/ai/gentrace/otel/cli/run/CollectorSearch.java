package ai.gentrace.otel.cli.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds a collector to run: the one that the user names, else a binary on PATH, else an image. */
public final class CollectorSearch {
  /** The release that this program was tried with. */
  public static final String TRIED_RELEASE = "0.161.0";

  private static final String IMAGE = "otel/opentelemetry-collector-contrib:";

  /** From the most to the fewest components. */
  private static final List<String> NAMES =
      List.of("otelcol-contrib", "otelcol-k8s", "otelcol", "otelcol-otlp");

  private CollectorSearch() {}

  /**
   * Searches.
   *
   * @param binary what the user names, if anything
   * @param image what the user names, if anything
   * @param release the release of the user's collector, if known; decides the default image
   * @param path value of the variable PATH
   * @return nothing if there is neither a binary nor a docker command
   */
  public static Optional<Collector> find(
      Optional<Path> binary, Optional<String> image, Optional<String> release, String path) {
    if (binary.isPresent()) {
      return binary.map(Collector::ofBinary);
    }
    if (image.isPresent()) {
      return image.map(Collector::ofImage);
    }
    for (String name : NAMES) {
      Optional<Path> found = onPath(name, path);
      if (found.isPresent()) {
        return found.map(Collector::ofBinary);
      }
    }
    return onPath("docker", path)
        .map(docker -> Collector.ofImage(IMAGE + release.orElse(TRIED_RELEASE)));
  }

  private static Optional<Path> onPath(String name, String path) {
    for (String folder : path.split(File.pathSeparator, -1)) {
      for (String file : List.of(name, name + ".exe")) {
        try {
          Path candidate = Path.of(folder.isEmpty() ? "." : folder, file);
          if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
            return Optional.of(candidate);
          }
        } catch (InvalidPathException e) {
          // Whatever stands in PATH, it holds no program.
          break;
        }
      }
    }
    return Optional.empty();
  }
}
