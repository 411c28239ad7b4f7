package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.Processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session and the pictures that the documentation shows are what the program prints. */
class TranscriptIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern SESSION = Pattern.compile("```console\n(.*?)```\n", Pattern.DOTALL);

  @TempDir Path folder;

  @BeforeEach
  void checkOut() throws IOException {
    Files.createDirectories(folder.resolve("examples"));
    Files.copy(ROOT.resolve("examples/collector.yaml"), folder.resolve("examples/collector.yaml"));
    Files.copy(
        ROOT.resolve("cli/target/gentrace-otel"),
        folder.resolve("gentrace-otel"),
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  @Test
  void theSessionOfTheReadmeIsTrue() throws IOException {
    Matcher session = SESSION.matcher(Files.readString(ROOT.resolve("README.md")));
    assertThat(session.find()).isTrue();

    StringBuilder typed = new StringBuilder();
    for (String command : commands(session.group(1))) {
      typed.append("$ ").append(command).append('\n').append(run(command).out());
    }

    assertThat(typed.toString()).isEqualTo(session.group(1));
  }

  @Test
  void thePictureOfTheExampleIsTrue() throws IOException {
    run("cp examples/collector.yaml collector.yaml");
    run("./gentrace-otel init --merge collector.yaml");

    assertThat(run("./gentrace-otel graph collector.yaml --format svg 2>/dev/null").out())
        .isEqualTo(Files.readString(ROOT.resolve("docs/graph.svg")));
  }

  private static List<String> commands(String session) {
    List<String> commands = new ArrayList<>();
    session
        .lines()
        .filter(line -> line.startsWith("$ "))
        .forEach(line -> commands.add(line.substring(2)));
    return commands;
  }

  /** With both streams in one, as on a terminal. */
  private Result run(String command) {
    Map<String, String> environment =
        Map.of(
            "PATH", "/usr/bin:/bin",
            "JAVA_HOME", System.getProperty("java.home"),
            "LC_ALL", "C.UTF-8",
            "GENTRACE_OTEL_ARCHIVE", "off");
    return Processes.run(folder, environment, "", List.of("sh", "-c", "exec 2>&1\n" + command));
  }
}
