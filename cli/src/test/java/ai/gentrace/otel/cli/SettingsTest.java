package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class SettingsTest {
  private static final String VARIABLE = "GENTRACE_OTEL_DISTRIBUTION";

  private FileSystem files;
  private Path folder;

  @BeforeEach
  void createFolder() throws IOException {
    files = Jimfs.newFileSystem(Configuration.unix());
    folder = Files.createDirectories(files.getPath("/repo/deploy/prod"));
  }

  @AfterEach
  void closeFiles() throws IOException {
    files.close();
  }

  @Test
  void nearestFileUpwardsIsRead() throws IOException {
    Files.writeString(files.getPath("/repo/.gentrace-otel.yaml"), "distribution: contrib\n");
    assertThat(distribution(Map.of())).isEqualTo("contrib");

    Files.writeString(files.getPath("/repo/deploy/.gentrace-otel.yaml"), "distribution: core\n");
    assertThat(distribution(Map.of())).isEqualTo("core");
  }

  @Test
  void commandLineBeatsEnvironmentBeatsFile() throws IOException {
    Files.writeString(folder.resolve(".gentrace-otel.yaml"), "distribution: contrib\n");

    assertThat(distribution(Map.of(VARIABLE, "k8s"))).isEqualTo("k8s");
    assertThat(distribution(Map.of(VARIABLE, "k8s"), "--distribution", "core")).isEqualTo("core");
  }

  @Test
  void anEmptyVariableIsNoValue() throws IOException {
    assertThat(distribution(Map.of(VARIABLE, ""))).isNull();
  }

  @Test
  void noConfigReadsNoFile() throws IOException {
    Files.writeString(folder.resolve(".gentrace-otel.yaml"), "distribution: contrib\n");

    assertThat(distribution(Map.of(), "--no-config")).isNull();
  }

  @Test
  void noConfigLeavesEvenABrokenFileAlone() throws IOException {
    Files.writeString(folder.resolve(".gentrace-otel.yaml"), "a: [\n");

    RunResult result = RunResult.run(folder, "completion", "bash", "--no-config");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aWrongValueNamesItsLine() throws IOException {
    Files.writeString(
        files.getPath("/repo/.gentrace-otel.yaml"), "# ours\n\ndistribution: contirb\n");

    RunResult result = RunResult.run(folder, "completion", "bash");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err())
        .startsWith("error: ../../.gentrace-otel.yaml:3: ")
        .contains("did you mean 'contrib'?");
  }

  @Test
  void aWrongValueNamesItsVariable() {
    RunResult result =
        RunResult.run(folder, Map.of("GENTRACE_OTEL_DOCUMENT", "zero"), "", "completion", "bash");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).startsWith("error: GENTRACE_OTEL_DOCUMENT: ").contains("'zero'");
  }

  @Test
  void anUnknownSettingNamesTheNearest() throws IOException {
    Files.writeString(folder.resolve(".gentrace-otel.yaml"), "collector_version: 0.150.0\n");

    RunResult result = RunResult.run(folder, "completion", "bash");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err())
        .startsWith(
            "error: .gentrace-otel.yaml:1: unknown setting 'collector_version';"
                + " did you mean 'collector-version'?\n");
  }

  @Test
  void whatOnlyTheCommandLineMaySayIsRefused() throws IOException {
    Files.writeString(folder.resolve(".gentrace-otel.yaml"), "quiet: true\nno-config: true\n");

    RunResult result = RunResult.run(folder, "completion", "bash");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err())
        .startsWith("error: .gentrace-otel.yaml:2: 'no-config' can only be given on the command");
  }

  @Test
  void aFileThatIsNoMapOrNoYamlIsRefusedWithItsLine() throws IOException {
    Files.writeString(folder.resolve(".gentrace-otel.yaml"), "- core\n");
    assertThat(RunResult.run(folder, "completion", "bash").err())
        .startsWith("error: .gentrace-otel.yaml:1: ");

    Files.writeString(folder.resolve(".gentrace-otel.yaml"), "path: a\npath: b\n");
    assertThat(RunResult.run(folder, "completion", "bash").err())
        .startsWith("error: .gentrace-otel.yaml:2: ")
        .contains("path");

    Files.writeString(folder.resolve(".gentrace-otel.yaml"), "path: 'a\n");
    assertThat(RunResult.run(folder, "completion", "bash").err())
        .startsWith("error: .gentrace-otel.yaml:");
  }

  @Test
  void anEmptyFileSetsNothing() throws IOException {
    Files.writeString(folder.resolve(".gentrace-otel.yaml"), "# nothing yet\n");

    assertThat(distribution(Map.of())).isNull();
  }

  @Test
  void listsAndPairsBecomeWhatTheCommandLineTakes() throws IOException {
    Path file = folder.resolve(".gentrace-otel.yaml");
    Files.writeString(file, "disable: [GT204, GT305]\nrule: {GT206: error}\nverbose: true\n");

    assertThat(SettingsFile.read(file, "shown"))
        .containsEntry("disable", new SettingsFile.Value("GT204,GT305", 1))
        .containsEntry("rule", new SettingsFile.Value("GT206=error", 2))
        .containsEntry("verbose", new SettingsFile.Value("true", 3));
  }

  @Test
  void fileSettingsAreRelativeToTheSettingsFile() throws IOException {
    Files.writeString(files.getPath("/repo/.gentrace-otel.yaml"), "components: ci/list.yaml\n");
    OptionSpec components = Options.inputFile("FILE", "A list.", "--components");

    parse(Map.of(), CommandSpec.create().addOption(components));

    assertThat(components.<String>getValue()).isEqualTo("/repo/ci/list.yaml");
  }

  private String distribution(Map<String, String> environment, String... args) throws IOException {
    CommonOptions common = CommonOptions.create();
    CommandSpec spec = CommandSpec.create();
    common.addTo(spec);
    parse(environment, spec, args);
    return common.distribution().getValue();
  }

  private void parse(Map<String, String> environment, CommandSpec spec, String... args)
      throws IOException {
    Console console =
        new Console(System.out, System.err, System.in, folder, environment, Terminal.NONE);
    boolean withFile = !java.util.List.of(args).contains("--no-config");
    new CommandLine(spec).setDefaultValueProvider(Settings.of(console, withFile)).parseArgs(args);
  }
}
