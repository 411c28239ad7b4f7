package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.CommandModel.Parameter;
import ai.gentrace.otel.cli.Processes.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion scripts in the shells that they are for. */
class CompletionTest {
  private static final String COMMON = "gentrace-otel --color never ";

  @TempDir Path folder;

  @BeforeEach
  void aFileToComplete() throws IOException {
    Files.writeString(folder.resolve("my-collector.yaml"), "receivers:\n");
  }

  @Test
  void anotherShellIsRefusedWithTheNearest() {
    RunResult result = RunResult.run(folder, "completion", "fsh");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("did you mean 'fish'?").contains("bash, zsh, fish");
  }

  @Test
  void bashCompletesCommandsAfterCommonOptions() {
    assertThat(bash("gentrace-otel", "va")).containsExactly("validate");
    assertThat(bash("gentrace-otel", "--color", "never", "va")).containsExactly("validate");
    assertThat(bash("gentrace-otel", "--color", "=", "never", "va")).containsExactly("validate");
    assertThat(bash("gentrace-otel", "")).containsExactlyElementsOf(commandNames());
  }

  @Test
  void bashCompletesEveryOptionOfEveryCommand() {
    for (CommandModel command : CommandModel.all()) {
      assertThat(bash("gentrace-otel", command.name(), "-"))
          .containsExactlyInAnyOrderElementsOf(optionNames(command));
    }
  }

  @Test
  void bashCompletesWordsAndFiles() {
    assertThat(bash("gentrace-otel", "validate", "--format", "s")).containsExactly("sarif");
    assertThat(bash("gentrace-otel", "validate", "--format", "=", "s")).containsExactly("sarif");
    assertThat(bash("gentrace-otel", "validate", "--format", "="))
        .contains("text", "json", "sarif");
    assertThat(bash("gentrace-otel", "graph", "--format", "s")).containsExactly("svg");
    assertThat(bash("gentrace-otel", "graph", "--color", "n")).containsExactly("never");
    assertThat(bash("gentrace-otel", "explain", "GT10")).contains("GT101");
    assertThat(bash("gentrace-otel", "completion", "z")).containsExactly("zsh");
    assertThat(bash("gentrace-otel", "validate", "my-")).containsExactly("my-collector.yaml");
    assertThat(bash("gentrace-otel", "validate", "-o", "my-")).containsExactly("my-collector.yaml");
    assertThat(bash("gentrace-otel", "validate", "--base-url", "my-")).isEmpty();
  }

  @Test
  @NeedsTool(value = "zsh", packages = "zsh")
  void zshCompletesCommandsOptionsWordsAndFilesAtTheTabKey() throws IOException {
    assertThat(zsh("gentrace-otel va")).contains("LINE<gentrace-otel validate >");
    assertThat(zsh(COMMON + "va")).contains("LINE<" + COMMON + "validate >");
    assertThat(zsh("gentrace-otel "))
        .contains(CommandModel.all().stream().map(CommandModel::summary).toList());
    for (CommandModel command : CommandModel.all()) {
      assertThat(zsh("gentrace-otel " + command.name() + " -"))
          .as(command.name())
          .contains(optionNames(command));
    }
    assertThat(zsh("gentrace-otel validate --format=s")).contains("--format=sarif >");
    assertThat(zsh("gentrace-otel validate --format s")).contains("--format sarif >");
    assertThat(zsh("gentrace-otel graph --color n")).contains("--color never >");
    assertThat(zsh("gentrace-otel completion z")).contains("completion zsh >");
    assertThat(zsh("gentrace-otel validate my-")).contains("validate my-collector.yaml >");
    assertThat(zsh("gentrace-otel graph -o my-")).contains("-o my-collector.yaml >");
    assertThat(zsh("gentrace-otel validate --base-url my-")).contains("--base-url my->");
  }

  @Test
  @NeedsTool(value = "fish", packages = "fish")
  void fishCompletesCommandsOptionsWordsAndFiles() {
    assertThat(fish("gentrace-otel va")).containsExactly("validate");
    assertThat(fish(COMMON + "va")).containsExactly("validate");
    assertThat(fish("gentrace-otel ")).containsExactlyInAnyOrderElementsOf(commandNames());
    for (CommandModel command : CommandModel.all()) {
      List<String> all = new ArrayList<>(fish("gentrace-otel " + command.name() + " -"));
      all.addAll(fish("gentrace-otel " + command.name() + " --"));
      assertThat(all.stream().map(name -> name.replaceFirst("=$", "")))
          .as(command.name())
          .containsAll(optionNames(command));
    }
    assertThat(fish("gentrace-otel validate --format s")).containsExactly("sarif");
    assertThat(fish("gentrace-otel validate --format=s")).containsExactly("--format=sarif");
    assertThat(fish("gentrace-otel graph --color n")).containsExactly("never");
    assertThat(fish("gentrace-otel completion z")).containsExactly("zsh");
    assertThat(fish("gentrace-otel validate my-")).containsExactly("my-collector.yaml");
    assertThat(fish("gentrace-otel graph -o my-")).containsExactly("my-collector.yaml");
    assertThat(fish("gentrace-otel validate --base-url my-")).isEmpty();
  }

  private List<String> bash(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "--norc",
                "-c",
                "source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _gentrace_otel;"
                    + " printf '%s\\n' \"${COMPREPLY[@]}\"",
                script("bash").toString()));
    command.addAll(List.of(words));
    return lines(run(command));
  }

  private String zsh(String line) throws IOException {
    Path driver = folder.resolve("press-tab.zsh");
    try (InputStream in = getClass().getResourceAsStream("press-tab.zsh")) {
      Files.write(driver, Objects.requireNonNull(in).readAllBytes());
    }
    return run(List.of(
            "timeout", "30", "zsh", "-f", driver.toString(), script("zsh").toString(), line))
        .out();
  }

  /** What fish offers, without the descriptions. */
  private List<String> fish(String line) {
    String offer = "source $argv[1]; complete -C $argv[2]";
    return lines(run(List.of("fish", "--no-config", "-c", offer, script("fish").toString(), line)))
        .stream()
        .map(candidate -> candidate.replaceFirst("\t.*", ""))
        .toList();
  }

  private Path script(String shell) {
    RunResult result = RunResult.run(folder, "completion", shell);
    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    try {
      return Files.writeString(folder.resolve("script." + shell), result.out());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Result run(List<String> command) {
    Map<String, String> environment =
        Map.of("PATH", System.getenv("PATH"), "HOME", folder.toString(), "LC_ALL", "C.UTF-8");
    Result result = Processes.run(folder, environment, "", command);
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return result;
  }

  private static List<String> lines(Result result) {
    return result.out().lines().filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> commandNames() {
    return CommandModel.all().stream().map(CommandModel::name).toList();
  }

  private static List<String> optionNames(CommandModel command) {
    return command.allOptions().stream().map(Parameter::names).flatMap(List::stream).toList();
  }

  @Test
  @NeedsTool(
      value = {"groff"},
      packages = "groff-base")
  void theManualPageHoldsEveryCommandAndOptionAndIsCleanRoff() throws IOException {
    RunResult result = RunResult.run(folder, "manual");
    Path page = Files.writeString(folder.resolve("gentrace-otel.1"), result.out());

    String shown =
        run(List.of("groff", "-man", "-Tutf8", "-ww", "-P-cbou", "-rLL=200n", page.toString()))
            .out();
    for (CommandModel command : CommandModel.all()) {
      assertThat(shown).contains(command.summary()).contains(optionNames(command));
      Stream.ofNullable(command.operand())
          .forEach(operand -> assertThat(shown).contains(operand.label()));
      command.examples().forEach(example -> assertThat(shown).contains(example.strip()));
    }
    assertThat(shown).contains("--collector-version X.Y.Z").doesNotContain("\\");
  }
}
