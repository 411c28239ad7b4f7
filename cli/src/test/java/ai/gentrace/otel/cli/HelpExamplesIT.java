package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.Processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of every {@code --help}, pasted into the shell that they are for.
 *
 * <p>Left out: {@code verify}, which needs a collector, and {@code doctor}, which looks at whatever
 * runs on this machine and at Gentrace; their own tests run them.
 */
@NeedsTool(
    value = {"zsh", "fish", "man"},
    packages = "zsh fish man-db")
class HelpExamplesIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  @BeforeEach
  void aUserWithAConfig() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.copy(
        Path.of("target/gentrace-otel"),
        bin.resolve("gentrace-otel"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(folder.resolve("deploy"));
    for (String file : List.of("collector.yaml", "deploy/collector.yaml")) {
      Files.copy(ROOT.resolve("examples/collector.yaml"), folder.resolve(file));
    }
  }

  static Stream<String> examples() {
    return CommandModel.all().stream()
        .filter(command -> !List.of("verify", "doctor").contains(command.name()))
        .flatMap(command -> command.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runsAsPasted(String example) throws IOException {
    if (example.endsWith("init -o collector.yaml")) {
      Files.delete(folder.resolve("collector.yaml"));
    }

    Result result = paste(example);

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).doesNotContain("error:");
  }

  private Result paste(String line) {
    Map<String, String> environment =
        Map.of(
            "PATH",
            folder.resolve("bin") + ":/usr/bin:/bin",
            "HOME",
            folder.toString(),
            "JAVA_HOME",
            System.getProperty("java.home"),
            // No browser: the link or the picture is left to be opened by hand.
            "BROWSER",
            "false",
            "GENTRACE_OTEL_ARCHIVE",
            "off");
    String shell = line.contains("fish") ? "fish" : line.contains("zsh") ? "zsh" : "bash";
    return Processes.run(folder, environment, "", List.of(shell, "-c", line));
  }
}
