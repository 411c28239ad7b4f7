package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  /** The program's own part of a shell line. */
  private static final Pattern CALL = Pattern.compile("gentrace-otel ([^|>)]*[^|>) ])");

  @TempDir Path folder;

  @Test
  void versionIsOneLine() {
    RunResult result = RunResult.run(folder, "--version");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).matches("gentrace-otel [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void helpListsEveryCommandOnStandardOutput() {
    RunResult result = RunResult.run(folder, "--help");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).isEmpty();
    for (Commands.Entry entry : Commands.ALL) {
      assertThat(result.out()).contains("  " + entry.name() + " ").contains(entry.summary());
    }
  }

  @Test
  void everyCommandHasHelp() {
    for (Commands.Entry entry : Commands.ALL) {
      RunResult result = RunResult.run(folder, entry.name(), "--help");

      assertThat(result.exit()).isEqualTo(ExitCode.DONE);
      assertThat(result.out()).startsWith(entry.summary() + ".\n").contains("--no-config");
      assertThat(RunResult.run(folder, "help", entry.name())).isEqualTo(result);
    }
  }

  @Test
  void noArgumentsShowHelpButAreNoSuccess() {
    RunResult result = RunResult.run(folder);

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Commands:");
  }

  @Test
  void unknownCommandNamesTheNearest() {
    RunResult result = RunResult.run(folder, "compleiton");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("error: unknown command 'compleiton'; did you mean 'completion'?\n");
  }

  @Test
  void unknownOptionNamesTheNearest() {
    RunResult result = RunResult.run(folder, "completion", "--colour=never", "bash");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err())
        .startsWith("error: unknown option '--colour'; did you mean '--color'?\n");
  }

  @Test
  void anUnknownOptionIsNamedWithoutACommandToo() {
    assertThat(RunResult.run(folder, "--hlep").err())
        .startsWith("error: unknown option '--hlep'; did you mean '--help'?\n");
    assertThat(RunResult.run(folder, "-q").err())
        .startsWith("error: no command among the arguments\n");
  }

  @Test
  void aWordThatIsAnOptionOrAFileInsteadOfACommandIsRecognised() throws IOException {
    Files.writeString(folder.resolve("collector.yaml"), "receivers:\n");

    assertThat(RunResult.run(folder, "version").err()).contains("did you mean '--version'?");
    assertThat(RunResult.run(folder, "Validate").err()).contains("did you mean 'validate'?");
    assertThat(RunResult.run(folder, "collector.yaml").err())
        .contains("unknown command 'collector.yaml'\n")
        .contains("help: gentrace-otel validate collector.yaml checks that file");
  }

  @ParameterizedTest
  @CsvSource({
    "remove, missing FILE",
    "completion, missing SHELL",
    "graph --format, 'option ''--format'' needs a value, text|mermaid|dot|svg|html'",
    "graph a.yaml b.yaml, unexpected argument 'b.yaml'",
    "explain GT101 GT102, unexpected argument 'GT102'"
  })
  void tooFewOrTooManyArgumentsAreNoSuccess(String line, String error) {
    RunResult result = RunResult.run(folder, line.split(" "));

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("error: " + error + "\n");
  }

  @Test
  void everyExampleOfTheHelpIsACommandLineThatIsUnderstood() {
    for (CommandModel command : CommandModel.all()) {
      assertThat(command.examples()).as(command.name()).isNotEmpty();
      for (String example : command.examples()) {
        Matcher call = CALL.matcher(example);
        if (call.find()) {
          assertThat(RunResult.run(folder, (call.group(1) + " --help").split(" ")).exit())
              .as(example)
              .isEqualTo(ExitCode.DONE);
        } else {
          assertThat(example).startsWith("kubectl ");
        }
      }
    }
  }

  @Test
  void commonOptionsMayStandBeforeTheCommand() {
    RunResult result = RunResult.run(folder, "--color", "never", "-q", "completion", "bash");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("complete");
  }

  @Test
  void aWrongWordForAChoiceIsRefused() {
    RunResult result = RunResult.run(folder, "completion", "bash", "--distribution", "contirb");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("--distribution").contains("did you mean 'contrib'?");
  }
}
