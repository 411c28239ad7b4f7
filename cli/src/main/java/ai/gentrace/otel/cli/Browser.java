package ai.gentrace.otel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens an address in the user's browser. */
final class Browser {
  /** The words before the address, where the system has more than one way to say it. */
  private static final List<List<String>> OPENERS =
      List.of(List.of("xdg-open"), List.of("open"), List.of("wslview"));

  private static final List<String> WINDOWS = List.of("rundll32", "url.dll,FileProtocolHandler");

  private Browser() {}

  /** Opens it; without a browser that is no verdict, because nobody can see the page then. */
  static ExitCode open(String address, Console console) {
    Optional<List<String>> opener = opener(console);
    if (opener.isEmpty()) {
      console.error("no browser to open it with");
      console.hint("set BROWSER to the browser's command");
      return ExitCode.NO_VERDICT;
    }
    List<String> command = new ArrayList<>(opener.get());
    command.add(address);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return ExitCode.DONE;
    } catch (IOException e) {
      console.error("cannot start " + opener.get().get(0) + ": " + e.getMessage());
      return ExitCode.NO_VERDICT;
    }
  }

  private static Optional<List<String>> opener(Console console) {
    String wished = console.environment().getOrDefault("BROWSER", "");
    if (!wished.isEmpty()) {
      return Optional.of(List.of(wished));
    }
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
      return Optional.of(WINDOWS);
    }
    String path = console.environment().getOrDefault("PATH", "");
    return OPENERS.stream().filter(opener -> isOnPath(opener.get(0), path, console)).findFirst();
  }

  private static boolean isOnPath(String program, String path, Console console) {
    for (String folder : path.split(":", -1)) {
      Path file = console.resolve(folder).resolve(program);
      if (Files.isExecutable(file)) {
        return true;
      }
    }
    return false;
  }
}
