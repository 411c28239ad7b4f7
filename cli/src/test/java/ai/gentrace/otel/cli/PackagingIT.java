package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.Processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What CI systems read: parsed, and its script lines run with the program as users get it. */
class PackagingIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void putTheProgramOnPath() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.copy(
        Path.of("target/gentrace-otel"),
        bin.resolve("gentrace-otel"),
        StandardCopyOption.COPY_ATTRIBUTES);
    environment.put("PATH", bin + ":/usr/bin:/bin");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("GENTRACE_OTEL_ARCHIVE", "off");
    assertThat(sh("gentrace-otel init -o collector.yaml").exit()).isZero();
  }

  @Test
  void theActionChecksAConfigAndLeavesFindingsForTheUpload() throws IOException {
    Result good = action("collector.yaml");

    assertThat(good.err()).isEmpty();
    assertThat(good.exit()).isZero();
    assertThat(sarif()).contains("\"2.1.0\"");
    assertThat(Files.readString(folder.resolve("output")))
        .isEqualTo("sarif=" + folder.resolve("gentrace-otel.sarif") + "\n");
  }

  @Test
  void theActionFailsForFindingsAndShowsThemAtTheirLines() throws IOException {
    spoil();

    Result bad = action("collector.yaml");

    assertThat(bad.exit()).isEqualTo(1);
    assertThat(bad.out()).contains("::error file=collector.yaml,line=");
    assertThat(sarif()).contains("\"ruleId\"");
  }

  @Test
  void theActionLeavesNothingForTheUploadWhereThereIsNothing() throws IOException {
    Result missing = action("missing.yaml");

    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("missing.yaml: no such file");
    assertThat(folder.resolve("output")).doesNotExist();
  }

  @Test
  void theActionsOtherStepsAreOnesThatGitHubKnows() throws IOException {
    Map<?, ?> action = map(yaml(Files.readString(ROOT.resolve("action.yml"))));
    List<?> steps = (List<?>) map(action.get("runs")).get("steps");

    assertThat(map(action.get("runs")).get("using")).isEqualTo("composite");
    assertThat(steps.stream().map(step -> map(step).get("uses")).filter(uses -> uses != null))
        .map(String::valueOf)
        .containsExactly("actions/setup-java@v4", "github/codeql-action/upload-sarif@v3");
    assertThat(map(map(steps.get(1)).get("env")).values())
        .map(String::valueOf)
        .allMatch(value -> value.startsWith("${{ "));
    // What others may choose comes into the script by its environment, never as a part of it.
    assertThat(actionScript()).doesNotContain("${{");
  }

  @Test
  void theLinesForGitLabRun() throws IOException {
    List<String> lines = GitLabJob.documented().script();

    assertThat(lines).hasSize(2);
    for (String line : lines) {
      Result result = sh(line);
      assertThat(result.exit()).as("%s%n%s%s", line, result.out(), result.err()).isZero();
    }
    spoil();
    assertThat(sh(lines.get(0)).exit()).isEqualTo(1);
  }

  @Test
  void theHookRunsOnConfigsAndNotOnOtherFiles() throws IOException {
    Map<?, ?> hook =
        map(((List<?>) yaml(Files.readString(ROOT.resolve(".pre-commit-hooks.yaml")))).get(0));
    Pattern files = Pattern.compile(hook.get("files").toString());

    assertThat(
            List.of(
                "collector.yaml",
                "a/otelcol.yml",
                "b/otel-collector-gateway.yaml",
                "otelcol-x.yaml"))
        .allMatch(name -> files.matcher(name).find());
    assertThat(List.of("deployment.yaml", "collector.json", "my-collectors/readme.md"))
        .noneMatch(name -> files.matcher(name).find());
    assertThat(ROOT.resolve(hook.get("entry").toString())).isExecutable();
    String line = hook.get("entry") + " " + String.join(" ", strings(hook.get("args")));
    assertThat(sh(line + " collector.yaml").exit()).isZero();
    spoil();
    assertThat(sh(line + " collector.yaml").exit()).isEqualTo(1);
  }

  @Test
  @NeedsTool(
      value = {"pre-commit", "git"},
      packages = "pre-commit git")
  void preCommitRunsTheHookOnTheConfigsOfACommit() throws IOException {
    environment.put("HOME", folder.toString());
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    // A repository with the hook as this one has it; the program is the packaged one, already
    // built.
    Path hooks = Files.createDirectories(folder.resolve("hooks"));
    String definition = ".pre-commit-hooks.yaml";
    Files.copy(ROOT.resolve(definition), hooks.resolve(definition));
    Files.copy(
        folder.resolve("bin/gentrace-otel"),
        hooks.resolve("gentrace-otel"),
        StandardCopyOption.COPY_ATTRIBUTES);
    commitAll(hooks);
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.copy(folder.resolve("collector.yaml"), project.resolve("collector.yaml"));
    Files.writeString(project.resolve("unrelated.yaml"), "no: collector\n");
    commitAll(project);
    List<String> line =
        List.of("pre-commit", "try-repo", "../hooks", "gentrace-otel-validate", "--all-files");

    Result good = Processes.run(project, environment, "", line);
    spoil(project.resolve("collector.yaml"));
    Result bad = Processes.run(project, environment, "", line);

    assertThat(good.out()).containsPattern("gentrace-otel validate\\.+Passed");
    assertThat(good.exit()).isZero();
    assertThat(bad.out())
        .containsPattern("gentrace-otel validate\\.+Failed")
        .contains("collector.yaml:", "[GT203]")
        .doesNotContain("unrelated");
    assertThat(bad.exit()).isEqualTo(1);
  }

  private void commitAll(Path repository) {
    String commit =
        "git init -q && git add -A"
            + " && git -c user.name=Test -c user.email=test@example.org commit -qm Test";
    Result result = Processes.run(repository, environment, "", List.of("sh", "-c", commit));
    assertThat(result.exit()).as(result.err()).isZero();
  }

  private Result action(String files) throws IOException {
    Path script = Files.writeString(folder.resolve("step.sh"), actionScript());
    environment.put("PROGRAM", folder.resolve("bin/gentrace-otel").toString());
    environment.put("FILES", files);
    environment.put("COLLECTOR_VERSION", "");
    environment.put("FAIL_ON", "error");
    environment.put("RUNNER_TEMP", folder.toString());
    environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
    // As GitHub runs `shell: bash`.
    return Processes.run(
        folder,
        environment,
        "",
        List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString()));
  }

  private static String actionScript() throws IOException {
    Map<?, ?> action = map(yaml(Files.readString(ROOT.resolve("action.yml"))));
    List<?> steps = (List<?>) map(action.get("runs")).get("steps");
    return map(steps.get(1)).get("run").toString();
  }

  private String sarif() throws IOException {
    return Files.readString(folder.resolve("gentrace-otel.sarif"));
  }

  /** Turns the gate around, which is an error. */
  private void spoil() throws IOException {
    spoil(folder.resolve("collector.yaml"));
  }

  private static void spoil(Path config) throws IOException {
    String text = Files.readString(config);
    String spoilt = text.replace("!= \"true\"", "== \"true\"").replace("!= true", "== true");
    assertThat(spoilt).isNotEqualTo(text);
    Files.writeString(config, spoilt);
  }

  private Result sh(String line) {
    return Processes.run(folder, environment, "", List.of("sh", "-c", line));
  }

  private static Object yaml(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  private static List<String> strings(Object value) {
    return ((List<?>) value).stream().map(String::valueOf).toList();
  }
}
