package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.Processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The image lane: builds the program's image on the base of {@code -Dimage.base=NAME} and runs
 * every command in it, so that no module that a command needs can be missing from its runtime.
 */
@Tag("image")
class ImageIT {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final String IMAGE = "gentrace-otel/cli:test";

  /** What the image adds to its base, in bytes: runtime, program, and archive of classes. */
  private static final long LARGEST = 100_000_000;

  @TempDir Path folder;

  @BeforeAll
  static void build() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Result built =
        Processes.run(
            HERE, environment, "", List.of("./image", System.getProperty("image.base"), IMAGE));
    assertThat(built.exit()).as(built.err()).isZero();
  }

  @BeforeEach
  void letTheUserOfTheImageWrite() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  @Test
  void isSmallAndNotRoot() {
    long added = size(IMAGE) - size(System.getProperty("image.base"));
    System.out.printf("the image adds %.1f MB to its base%n", added / 1e6);

    assertThat(added).isLessThan(LARGEST);
    assertThat(docker("image", "inspect", "--format", "{{.Config.User}}", IMAGE))
        .isEqualTo("65532:65532\n");
  }

  @Test
  void everyCommandThatLooksAndEditsRuns() throws IOException {
    assertThat(gentraceOtel("--version").out()).startsWith("gentrace-otel ");
    assertThat(gentraceOtel("--help").out()).contains("Commands:");
    assertDone("init", "-o", "new.yaml");
    assertDone("init", "-o", "collector.yaml");
    assertDone("remove", "collector.yaml");
    assertDone("init", "--merge", "collector.yaml");
    assertThat(Files.readString(folder.resolve("collector.yaml")))
        .isEqualTo(Files.readString(folder.resolve("new.yaml")));
    assertDone("validate", "--fix", "--diff", "collector.yaml");
    assertDone("explain", "GT101");
    assertDone("completion", "bash");
    assertDone("manual");
    assertDone("graph", "collector.yaml", "--otelbin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "mermaid", "dot", "svg", "html"})
  void drawsEveryFormat(String format) {
    assertDone("init", "-o", "collector.yaml");

    assertThat(assertDone("graph", "collector.yaml", "--format", format)).contains("gentrace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif", "github"})
  void reportsInEveryFormat(String format) {
    assertDone("init", "-o", "collector.yaml");

    assertDone("validate", "--format", format, "collector.yaml");
  }

  @Test
  void readsItsSettings() throws IOException {
    assertDone("init", "-o", "collector.yaml");
    Files.writeString(folder.resolve(".gentrace-otel.yaml"), "fail-on: nonsense\n");

    assertThat(gentraceOtel("validate", "collector.yaml").err())
        .contains(".gentrace-otel.yaml", "'nonsense' is none of");
  }

  @Test
  void theLinesForGitLabRunInIt() throws IOException {
    GitLabJob job = GitLabJob.documented();
    assertThat(job.entrypoint()).containsExactly("");
    assertDone("init", "-o", "collector.yaml");

    Result result = run(List.of("--entrypoint", ""), "sh", "-ec", String.join("\n", job.script()));

    assertThat(result.out()).contains("nothing found");
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
  }

  @Test
  void provesAConfigOnACollectorInTheSameContainer() {
    Result collector =
        Processes.run(
            HERE.resolveSibling("collector-it"), System.getenv(), "", List.of("./build", "binary"));
    assertThat(collector.exit()).as(collector.err()).isZero();
    assertDone("init", "-o", "collector.yaml");

    Result result =
        run(
            List.of("-v", collector.out().strip() + ":/otelcol:ro"),
            "verify",
            "collector.yaml",
            "--collector-binary",
            "/otelcol");

    assertThat(result.out()).contains("Gentrace");
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
  }

  @Test
  void findsOutThatNoCollectorRuns() {
    assertDone("init", "-o", "collector.yaml");

    Result result = gentraceOtel("doctor", "collector.yaml", "--probe", "--send-test-spans");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("refuses connections");
  }

  private String assertDone(String... args) {
    Result result = gentraceOtel(args);
    assertThat(result.exit()).as(String.join(" ", args) + "\n" + result.err()).isZero();
    return result.out();
  }

  private Result gentraceOtel(String... args) {
    return run(List.of(), args);
  }

  /** Without a network, and with nothing to write to but the folder and /tmp. */
  private Result run(List<String> options, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "docker", "run", "--rm", "--network", "none", "--read-only", "--tmpfs", "/tmp"));
    command.addAll(List.of("-v", folder + ":/work"));
    command.addAll(options);
    command.add(IMAGE);
    command.addAll(List.of(args));
    return Processes.run(folder, System.getenv(), "", command);
  }

  private static long size(String image) {
    return Long.parseLong(docker("image", "inspect", "--format", "{{.Size}}", image).strip());
  }

  private static String docker(String... args) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(args));
    Result result = Processes.run(HERE, System.getenv(), "", command);
    assertThat(result.exit()).as(result.err()).isZero();
    return result.out();
  }
}
