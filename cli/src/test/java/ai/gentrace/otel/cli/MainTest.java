package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
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
