package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.Processes.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Edits of 3 MB in a JVM whose whole heap is less than 20 times that. */
class LargeFileIT {
  private static final Path EXECUTABLE = Path.of("target/gentrace-otel").toAbsolutePath();
  private static final int SIZE = 3_000_000;
  private static final int HEAP = 20 * SIZE / 1024 / 1024;

  /** What the file is full of. */
  private enum Filling {
    PROCESSORS(
        """
          # Part %d.
          attributes/%<d:
            actions:
              - key: "k" # why
                value: some value
                action: upsert
              - {key: b, action: delete}
        """),
    STATEMENTS(
        """
          transform/%d:
            trace_statements:
              - context: span
                statements:
                  - set(attributes["team"], "team-%<d") where name == "GET /orders/%<d"
                  - 'replace_pattern(attributes["url"], "token=[^&]+", "token=''%<d''")'
        """),
    FLOW("  batch/%d: {metadata_keys: [a, \"b\", c]} # one of many\n"),
    EMPTY("  batch/%d:\n"),
    WIDE("  batch/%d: {metadata_keys: [\u043A\u043B\u044E\u0447]} # \u4E3A\u4EC0\u4E48\n"),
    PIPELINES("    traces/%d:\n      receivers: [otlp]\n      exporters: [debug]\n");

    private static final String BEGINNING =
        """
        receivers:
          otlp:
            protocols:
              grpc:
        exporters:
          debug:
        service:
          pipelines:
            traces:
              receivers: [otlp]
              exporters: [debug]
        """;

    private final String part;

    Filling(String part) {
      this.part = part;
    }

    String config() {
      StringBuilder text = new StringBuilder(BEGINNING);
      if (this != PIPELINES) {
        text.append("processors:\n");
      }
      for (int i = 0, bytes = 0; bytes < SIZE - 1000; i++) {
        String filled = part.formatted(i);
        bytes += filled.getBytes(StandardCharsets.UTF_8).length;
        text.append(filled);
      }
      return text.toString();
    }
  }

  @TempDir Path temp;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = temp.resolve("config.yaml");
  }

  @ParameterizedTest
  @EnumSource
  void mergeAndRemoveFitIntoTwentyTimesTheFile(Filling filling) throws IOException {
    String config = filling.config();
    Files.writeString(file, config);
    assertThat(Files.size(file)).isBetween(SIZE * 9L / 10, (long) SIZE);

    assertDone(run("init", "--merge", file.toString()));
    assertThat(Files.readString(file)).contains("traces/gentrace:").hasSizeGreaterThan(SIZE / 4);
    assertDone(run("remove", file.toString()));
    assertThat(Files.readString(file)).isEqualTo(config);
  }

  @Test
  void theDifferenceFitsInToo() throws IOException {
    Files.writeString(file, Filling.PROCESSORS.config());

    Result result = run("init", "--merge", "--diff", file.toString());

    assertDone(result);
    assertThat(result.out()).contains("+    traces/gentrace:");
  }

  private static void assertDone(Result result) {
    assertThat(result.err()).doesNotContain("OutOfMemoryError");
    assertThat(result.exit()).isZero();
  }

  private Result run(String... args) {
    List<String> command = new ArrayList<>(List.of(EXECUTABLE.toString()));
    command.addAll(List.of(args));
    return Processes.run(
        temp,
        Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            "PATH",
            "/usr/bin:/bin",
            // Read after the command line of the launcher.
            "_JAVA_OPTIONS",
            "-Xmx" + HEAP + "m",
            "GENTRACE_OTEL_ARCHIVE",
            "off"),
        "",
        command);
  }
}
