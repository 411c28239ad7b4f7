package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files that a check is about. */
final class CheckFiles {
  /** Folders of dependencies and builds, which nobody wants to have searched. */
  private static final Set<String> SKIPPED = Set.of("node_modules", "vendor", "target", "build");

  /** Above this nothing is a config that a person keeps. */
  private static final long MAX_BYTES = 8L * 1024 * 1024;

  private static final LazyPattern SECTION_LINE =
      LazyPattern.of("(?m)^\\s*(receivers|processors|exporters|service)\\s*:");

  private final Console console;

  CheckFiles(Console console) {
    this.console = console;
  }

  /**
   * The files that arguments mean, as named there; folders become the configs in them.
   *
   * @throws UsageException if nothing is named and no file has a usual name, or a folder holds no
   *     config
   * @throws IOException if a folder cannot be read
   */
  List<String> named(List<String> arguments) throws IOException {
    if (arguments.isEmpty()) {
      return GivenConfig.files(arguments, console);
    }
    if (Collections.frequency(arguments, Delivery.STREAM) > 1) {
      throw new UsageException("standard input can be read only once");
    }
    List<String> files = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(Delivery.STREAM) || !Files.isDirectory(console.resolve(argument))) {
        files.add(argument);
        continue;
      }
      List<String> found = in(argument);
      if (found.isEmpty()) {
        throw new UsageException(
            argument + ": there is no collector config in this folder", "name the file");
      }
      files.addAll(found);
    }
    return files;
  }

  private List<String> in(String folder) throws IOException {
    Path top = console.resolve(folder);
    try (Stream<Path> walk = Files.walk(top)) {
      return walk.filter(path -> isCandidate(top, path))
          .sorted()
          .parallel()
          .filter(CheckFiles::holdsConfig)
          .map(path -> shown(folder, top.relativize(path)))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String shown(String folder, Path below) {
    String separator = folder.endsWith("/") ? "" : "/";
    String path = below.toString().replace(below.getFileSystem().getSeparator(), "/");
    return folder.equals(".") ? path : folder + separator + path;
  }

  private static boolean isCandidate(Path top, Path path) {
    String name = String.valueOf(path.getFileName());
    if (GivenConfig.ENDINGS.stream().noneMatch(name::endsWith) || !Files.isRegularFile(path)) {
      return false;
    }
    for (Path part : top.relativize(path)) {
      String text = part.toString();
      if (SKIPPED.contains(text) || text.startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsConfig(Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        return false;
      }
      YamlSource source = YamlSource.decode(path.toString(), Files.readAllBytes(path));
      if (SECTION_LINE.matcher(source.text()).results().count() < 2) {
        return false;
      }
      YamlStream stream = YamlStream.parse(source);
      return !ConfigFinder.find(stream).isEmpty() || !stream.problems().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file, or standard input.
   *
   * @param stdinName how findings call standard input
   * @throws IOException if it cannot be read
   */
  YamlStream read(String file, Optional<String> stdinName) throws IOException {
    boolean stdin = file.equals(Delivery.STREAM);
    byte[] bytes = stdin ? console.in().readAllBytes() : Files.readAllBytes(console.resolve(file));
    return YamlStream.parse(YamlSource.decode(stdin ? stdinName.orElse("<stdin>") : file, bytes));
  }
}
