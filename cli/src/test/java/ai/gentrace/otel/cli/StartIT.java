package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.Processes.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable as a user gets it, and the archive of classes that it keeps. */
class StartIT {
  private static final Path EXECUTABLE = Path.of("target/gentrace-otel").toAbsolutePath();

  @TempDir Path temp;
  private Path program;
  private Path cache;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void install() throws IOException {
    program = Files.createDirectories(temp.resolve("usr/local/bin")).resolve("gentrace-otel");
    Files.copy(EXECUTABLE, program, StandardCopyOption.COPY_ATTRIBUTES);
    cache = Files.createDirectories(temp.resolve("cache"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("XDG_CACHE_HOME", cache.toString());
  }

  @Test
  void theExecutableWorksWhereItWasCopiedTo() {
    assertCleanVersion();
  }

  @Test
  void aFolderWithABlankIsNoFailure() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("my tools"));
    program = Files.move(program, folder.resolve("gentrace otel"));

    assertCleanVersion();
    assertCleanVersion();
  }

  @Test
  void theFirstRunKeepsAnArchiveAndTheNextUsesIt() throws IOException {
    assertCleanVersion();
    Path archive = archive();
    FileTime made = changeTime(archive);

    assertThat(classesFromFile("--version"))
        .as("program classes that still come from the jar")
        .isEmpty();
    assertCleanVersion();
    assertThat(changeTime(archive)).isEqualTo(made);
  }

  /** Above 1,080 on OpenJDK 17 and 1,828 on Temurin 25, of which a Hello loads 406 and 414. */
  private static final int MOST_CLASSES = Runtime.version().feature() < 25 ? 1200 : 2000;

  @Test
  void validateStaysWithinItsBudgetOfClasses() throws IOException {
    List<String> classes = classesOfValidate();

    assertThat(classes).hasSizeLessThan(MOST_CLASSES);
    assertThat(classes)
        .as("libraries of other commands")
        .noneMatch(
            line ->
                line.contains(" org.eclipse.")
                    || line.contains(" com.google.")
                    || line.contains(" io.opentelemetry.")
                    || line.contains(" com.fasterxml."));
    assertThat(classes)
        .as("classes that are made at run time, or that no archive holds")
        .allMatch(line -> line.contains("source: shared objects file"));
    // An AOT cache brings in all that it holds, used or not.
    if (Runtime.version().feature() < 25) {
      assertThat(classes).as("reading the jar").noneMatch(line -> line.contains(".JarFile$"));
      assertThat(classes)
          .as("lambdas on the way of every validate, which cost 0.15 ms each")
          .noneMatch(line -> line.contains(" ai.gentrace.") && line.contains("$$Lambda"));
    }
  }

  @Test
  void validateTakesNothingFromTheJarWhenItHasAnArchive() throws IOException {
    classesOfValidate();

    assertThat(classesFromFile("validate", "collector.yaml"))
        .as("program classes that still come from the jar")
        .isEmpty();
  }

  private List<String> classesOfValidate() throws IOException {
    Files.writeString(
        temp.resolve("collector.yaml"),
        """
        receivers:
          otlp:
            protocols:
              grpc:
                endpoint: 0.0.0.0:4317
              http:
                endpoint: 0.0.0.0:4318
        processors:
          memory_limiter:
            check_interval: 1s
            limit_percentage: 80
          batch:
            timeout: 5s
        exporters:
          debug:
            verbosity: detailed
          otlphttp:
            endpoint: https://backend.example.com
        service:
          pipelines:
            traces:
              receivers: [otlp]
              processors: [memory_limiter, batch]
              exporters: [otlphttp, debug]
        """);
    assertThat(run("validate", "collector.yaml").exit()).isZero();
    return loadedClasses("validate", "collector.yaml").stream()
        .filter(line -> line.contains("source: "))
        .toList();
  }

  @Test
  void anArchiveIsMadeAgainForAnotherJar() throws IOException {
    assertCleanVersion();
    FileTime made = changeTime(archive());
    Files.setLastModifiedTime(program, FileTime.from(Instant.parse("2021-01-01T00:00:00Z")));

    assertCleanVersion();
    assertThat(changeTime(archive())).isNotEqualTo(made);
  }

  @Test
  void anArchiveOfAnotherJarIsNoFailure() throws IOException {
    assertCleanVersion();
    Path archive = archive();
    FileTime time = Files.getLastModifiedTime(archive);
    try (var jar = new RandomAccessFile(program.toFile(), "rw")) {
      jar.setLength(jar.length() + 10);
    }
    Files.setLastModifiedTime(program, time);

    assertCleanVersion();
  }

  @Test
  void anArchiveOfAnotherJvmIsNoFailure() throws IOException {
    assertCleanVersion();
    replaceFirst(archive(), "Server VM", "Sorbet VM");

    assertCleanVersion();
  }

  @Test
  void aDamagedArchiveIsNoFailure() throws IOException {
    assertCleanVersion();
    Path archive = archive();
    FileTime time = Files.getLastModifiedTime(archive);
    Files.delete(archive);
    Files.writeString(archive, "not an archive at all");
    Files.setLastModifiedTime(archive, time);

    assertCleanVersion();
  }

  @Test
  void aCacheFolderThatCannotBeMadeIsNoFailure() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "in the way");
    environment.put("XDG_CACHE_HOME", file.resolve("cache").toString());

    assertCleanVersion();
  }

  @Test
  void aFullCacheDiskIsNoFailure() {
    environment.put("XDG_CACHE_HOME", "/proc");

    assertCleanVersion();
  }

  @Test
  void noHomeIsNoFailure() {
    environment.remove("XDG_CACHE_HOME");

    assertCleanVersion();
  }

  @Test
  void theArchiveCanBeTurnedOff() throws IOException {
    environment.put("GENTRACE_OTEL_ARCHIVE", "off");

    assertCleanVersion();
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void wordsOfTheJvmDoNotReachStandardOutput() {
    assertCleanVersion();
    environment.put(
        "JAVA_TOOL_OPTIONS",
        "-XX:+PrintCommandLineFlags -XX:+UseParallelOldGC -XX:+IgnoreUnrecognizedVMOptions");

    assertThat(run("--version").out()).matches("gentrace-otel \\S+\n");
  }

  @Test
  void aFileNameInUtf8ArrivesUnderAnyLocale() throws IOException {
    environment.put("LC_ALL", "C");

    Result result = run("completion", "gr\u00fc\u00dfe-\u65e5\u672c");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("gr\u00fc\u00dfe-\u65e5\u672c");
  }

  @Test
  void theWidthThatTheUserGivesHoldsForFilesToo() {
    environment.put("COLUMNS", "63");
    assertThat(run("--help").out().lines()).allMatch(line -> line.length() < 64);

    environment.put("COLUMNS", "99");
    assertThat(run("--help").out().lines()).anyMatch(line -> line.length() > 80);
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoTrouble() {
    Result result =
        Processes.run(
            temp,
            environment,
            "",
            List.of(
                "bash",
                "-c",
                "\"$0\" manual | head -n 1; echo $(( PIPESTATUS[0] ))",
                program.toString()));

    assertThat(result.out()).startsWith(".TH ");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aFullDiskUnderStandardOutputIsNoSuccess() {
    Result result =
        Processes.run(
            temp,
            environment,
            "",
            List.of("sh", "-c", "exec \"$0\" --help >/dev/full", program.toString()));

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("cannot write the result to standard output");
  }

  private void assertCleanVersion() {
    Result result = run("--version");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).matches("gentrace-otel \\S+\n");
    assertThat(result.err()).isEmpty();
  }

  private Result run(String... args) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(args));
    return Processes.run(temp, environment, "", command);
  }

  /** Classes of the program that the JVM did not find in the archive. */
  private List<String> classesFromFile(String... args) throws IOException {
    return loadedClasses(args).stream().filter(line -> line.contains("source: file:")).toList();
  }

  /** A line of the JVM's log for each class, with where it came from. */
  private List<String> loadedClasses(String... args) throws IOException {
    Path log = temp.resolve("classes.log");
    // Read after the command line, where the launcher turns logging off.
    environment.put("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
    run(args);
    environment.remove("_JAVA_OPTIONS");
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).anyMatch(line -> line.contains(Main.class.getName()));
    return lines;
  }

  private Path archive() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      List<Path> archives = files.filter(Files::isRegularFile).toList();
      assertThat(archives).hasSize(1);
      return archives.get(0);
    }
  }

  private static FileTime changeTime(Path file) throws IOException {
    return (FileTime) Files.getAttribute(file, "unix:ctime");
  }

  private static void replaceFirst(Path file, String old, String other) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(old);
    Files.delete(file);
    Files.write(file, text.replaceFirst(old, other).getBytes(StandardCharsets.ISO_8859_1));
    Files.setLastModifiedTime(file, time);
  }
}
