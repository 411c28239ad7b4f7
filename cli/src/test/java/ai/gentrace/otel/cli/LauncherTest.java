package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.Processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real launcher in a checkout of its own, with a Maven and a JVM that only say what they were
 * asked.
 */
class LauncherTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir Path temp;
  private Path checkout;
  private Path elsewhere;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void createCheckout() throws IOException {
    checkout = temp.resolve("a check out");
    elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    copy("gentrace-otel");
    copy("cli/src/main/launcher/start.sh");
    for (String file :
        List.of(
            "pom.xml",
            "cli/pom.xml",
            "cli/src/main/java/A.java",
            "cli/src/main/java/B.java",
            "processor-lib/pom.xml",
            "processor-lib/src/main/java/C.java",
            "templates/t.yaml")) {
      write(checkout.resolve(file), "");
    }
    age(checkout);
    script(
        "bin/mvn",
        """
        echo "$*" >>"%s/calls"
        cat >/dev/null
        mkdir -p cli/target
        echo jar >cli/target/gentrace-otel-all.jar
        """
            .formatted(temp));
    jvm("17.0.9");
    environment.put("PATH", temp.resolve("bin") + ":/usr/bin:/bin");
    environment.put("JAVA_HOME", temp.resolve("jvm").toString());
    environment.put("GENTRACE_OTEL_ARCHIVE", "off");
  }

  @Test
  void firstUseBuildsWithOneLineOfProgressAndThenRuns() throws IOException {
    Result result = launch("validate", "a b.yaml", "", "it's");

    assertThat(result.exit()).isZero();
    assertThat(result.err())
        .isEqualTo(
            "gentrace-otel: building the program (only now, and after its sources change) ...\n");
    assertThat(result.out()).endsWith("<Main><validate><a b.yaml><><it's>\n");
    assertThat(builds())
        .singleElement()
        .asString()
        .contains("-Dquick", "-Dmaven.test.skip=true", "-pl cli -am", "package");
  }

  @Test
  void nextUseSaysNothing() throws IOException {
    launch("validate");
    Result second = launch("validate");

    assertThat(second.err()).isEmpty();
    assertThat(builds()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "cli/pom.xml",
        "cli/src/main/java/A.java",
        "cli/src/main/launcher/start.sh",
        "processor-lib/pom.xml",
        "processor-lib/src/main/java/C.java",
        "templates/t.yaml"
      })
  void aNewerSourceIsBuilt(String source) throws IOException {
    launch("validate");
    Files.setLastModifiedTime(
        checkout.resolve(source), FileTime.from(Instant.now().plusSeconds(5)));
    launch("validate");

    assertThat(builds()).hasSize(2);
  }

  @Test
  void aRemovedSourceIsNoticed() throws IOException {
    launch("validate");
    Files.delete(checkout.resolve("cli/src/main/java/B.java"));
    Files.setLastModifiedTime(
        checkout.resolve("cli/src/main/java"), FileTime.from(Instant.now().plusSeconds(5)));
    launch("validate");

    assertThat(builds()).hasSize(2);
  }

  @Test
  void whatMavenHasAlreadyBuiltIsUsed() throws IOException {
    write(checkout.resolve("cli/target/gentrace-otel-all.jar"), "jar");

    assertThat(launch("validate").exit()).isZero();
    assertThat(builds()).isEmpty();
  }

  @Test
  void aFailedBuildShowsItsCauseAndIsNoVerdict() throws IOException {
    script(
        "bin/mvn",
        """
        echo '[INFO] compiling'
        echo '[ERROR] A.java:[1,2] cannot find symbol'
        echo '[ERROR] -> [Help 1]'
        exit 1
        """);

    Result result = launch("validate");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("[ERROR] A.java:[1,2] cannot find symbol")
        .doesNotContain("[INFO]", "[Help 1]")
        .contains("target/launcher/build.log");
  }

  @Test
  void simultaneousFirstUsesBuildOnce() throws IOException {
    List<CompletableFuture<Result>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(Processes.start(elsewhere, environment, "", command("validate")));
    }

    assertThat(all).extracting(CompletableFuture::join).extracting(Result::exit).containsOnly(0);
    assertThat(builds()).hasSize(1);
    assertThat(checkout.resolve("target/launcher/lock")).doesNotExist();
  }

  @Test
  void theLockOfAProcessThatIsGoneIsTakenAway() throws IOException {
    long gone = Processes.run(elsewhere, Map.of(), "", List.of("sh", "-c", "exit $$ 2>&-")).exit();
    write(checkout.resolve("target/launcher/lock/owner"), (99_990_000 + gone) + "\n");

    assertThat(launch("validate").exit()).isZero();
  }

  @Test
  void aLinkLeadsToTheCheckout() throws IOException {
    Path link = temp.resolve("links/gto");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of("../a check out/gentrace-otel"));
    Path linkToLink = temp.resolve("g");
    Files.createSymbolicLink(linkToLink, link);

    Result result =
        Processes.run(elsewhere, environment, "", List.of(linkToLink.toString(), "graph"));

    assertThat(result.out()).contains(checkout + "/target/launcher/").endsWith("<Main><graph>\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"./gentrace-otel", "sh gentrace-otel", "../*out/gentrace-otel"})
  void everyWayOfCallingItFindsTheSameProgram(String call) {
    Result result =
        Processes.run(
            checkout,
            environment,
            "",
            List.of("sh", "-c", call.replace("../*out", "'../a check out'") + " graph"));

    assertThat(result.out()).contains("<" + checkout + "/target/launcher/gentrace-otel.jar>");
  }

  @Test
  void aCopyOfTheLauncherSaysWhatToDo() throws IOException {
    Path copy = elsewhere.resolve("gentrace-otel");
    Files.copy(checkout.resolve("gentrace-otel"), copy);

    Result result = Processes.run(elsewhere, environment, "", List.of("sh", copy.toString()));

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("link to the launcher");
  }

  @Test
  void inputReachesTheProgramAndNotTheBuild() throws IOException {
    script("jvm/bin/java", "cat; exit 1\n");

    Result result = Processes.run(elsewhere, environment, "receivers:\n", command("validate", "-"));

    assertThat(result.out()).isEqualTo("receivers:\n");
    assertThat(result.exit()).isEqualTo(1);
  }

  @Test
  void withoutMavenTheFirstUseSaysWhatToInstall() throws IOException {
    Files.delete(temp.resolve("bin/mvn"));
    environment.put("PATH", onlyShellTools());

    Result result = launch("validate");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("no Maven").contains("install Maven 3.8");
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws IOException {
    environment.remove("JAVA_HOME");
    environment.put("PATH", onlyShellTools());

    Result result = launch("validate");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("no Java found on PATH").contains("install JDK 17");
  }

  @Test
  void aWrongJavaHomeIsNamed() {
    environment.put("JAVA_HOME", "/no/such/jdk");

    Result result = launch("validate");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("JAVA_HOME is /no/such/jdk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_392", "11.0.21", "16"})
  void anOldJavaIsRefusedBeforeAnythingIsBuilt(String version) throws IOException {
    jvm(version);

    Result result = launch("validate");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("is Java " + version).contains("17 is the oldest");
    assertThat(builds()).isEmpty();
  }

  @Test
  void aJvmWithoutAReleaseFileIsAsked() throws IOException {
    Files.delete(temp.resolve("jvm/release"));
    script("jvm/bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");

    assertThat(launch("validate").err()).contains("is Java 11.0.2");
  }

  @Test
  void javaOfThePathIsUsedWithoutJavaHome() throws IOException {
    environment.remove("JAVA_HOME");
    Files.createSymbolicLink(temp.resolve("bin/java"), temp.resolve("jvm/bin/java"));

    assertThat(launch("validate").out()).endsWith("<Main><validate>\n");
  }

  @Test
  void aCheckoutThatCannotBeWrittenToIsNamed() throws IOException {
    write(checkout.resolve("target"), "in the way");

    Result result = launch("validate");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("cannot write to " + checkout + "/target/launcher");
  }

  private Result launch(String... args) {
    return Processes.run(elsewhere, environment, "", command(args));
  }

  private List<String> command(String... args) {
    List<String> command = new ArrayList<>(List.of(checkout.resolve("gentrace-otel").toString()));
    command.addAll(List.of(args));
    return command;
  }

  private List<String> builds() throws IOException {
    Path calls = temp.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** A JVM that prints its class path and what follows it, each in angle brackets. */
  private void jvm(String version) throws IOException {
    script(
        "jvm/bin/java",
        """
        while [ "$1" != -cp ]; do shift; done
        printf '<%s>' "$2" "${3##*.}"
        shift 3
        [ $# = 0 ] || printf '<%s>' "$@"
        echo
        """);
    write(temp.resolve("jvm/release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  /** A PATH with what the launcher needs, and neither Java nor Maven. */
  private String onlyShellTools() throws IOException {
    for (String tool :
        List.of("find", "mkdir", "sleep", "rm", "cp", "mv", "touch", "grep", "head")) {
      script("tools/" + tool, "exec /usr/bin/" + tool + " \"$@\"\n");
    }
    return temp.resolve("tools").toString();
  }

  private void script(String name, String body) throws IOException {
    Path file = temp.resolve(name);
    write(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void copy(String name) throws IOException {
    Path file = checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.copy(ROOT.resolve(name), file);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void age(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
      }
    }
  }
}
