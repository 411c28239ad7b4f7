package ai.gentrace.otel.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Opens a page in the user's browser with what the desktop has for that. AWT could do it too, but
 * not without a display library, which servers and slim JVMs lack.
 *
 * @param system the operating system's name as the JVM says it
 * @param environment where {@code BROWSER} and {@code PATH} come from
 */
record Browser(String system, Map<String, String> environment) {
  private static final List<String> OPENERS =
      List.of("xdg-open", "wslview", "sensible-browser", "x-www-browser");

  /** An opener that runs longer than this has become the browser itself. */
  private static final long PATIENCE_SECONDS = 3;

  static Browser of(Console console) {
    return new Browser(System.getProperty("os.name", ""), console.environment());
  }

  /** Why the page could not be opened, as the end of a sentence; empty if it was. */
  Optional<String> open(String page) throws InterruptedException {
    List<String> command = new ArrayList<>(opener());
    if (command.isEmpty()) {
      return Optional.of("there is no browser, and none of " + String.join(", ", OPENERS));
    }
    String program = command.get(0);
    command.add(page);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(Redirect.from(nothing()))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() != 0
          ? Optional.of(program + " ended with " + process.exitValue())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(program + " could not be started");
    }
  }

  private List<String> opener() {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    if (name.startsWith("mac")) {
      return List.of("open");
    }
    String wanted = environment.getOrDefault("BROWSER", "");
    return Stream.concat(Stream.of(wanted), OPENERS.stream())
        .filter(program -> !program.isEmpty())
        .map(this::onPath)
        .flatMap(Optional::stream)
        .findFirst()
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<String> onPath(String program) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> file(folder, program))
        .flatMap(Optional::stream)
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .map(Path::toString)
        .findFirst();
  }

  private static Optional<Path> file(String folder, String program) {
    try {
      return Optional.of(Path.of(folder).resolve(program));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private File nothing() {
    return new File(system.toLowerCase(Locale.ROOT).startsWith("windows") ? "NUL" : "/dev/null");
  }
}
