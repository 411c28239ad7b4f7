package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users ask merge for, and what is there already. */
class MergeWishesTest extends CommandTest {
  private static final String CONFIG =
      """
      receivers:
        otlp:
          protocols:
            grpc:
      processors:
        metricstransform: {}
      connectors:
        forward:
      exporters:
        debug:
      service:
        pipelines:
          traces:
            receivers: [otlp]
            exporters: [debug]
          metrics:
            receivers: [otlp]
            processors: [metricstransform]
            exporters: [debug]
      """;

  @BeforeEach
  void writeConfig() throws IOException {
    write("c.yaml", CONFIG);
  }

  @Test
  void updateFollowsTheCollectorBackToAnOlderRelease() throws IOException {
    merge("--collector-version", "0.120.0");
    String older = read("c.yaml");
    merge("--update", "--collector-version", "0.161.0");
    assertThat(read("c.yaml")).isNotEqualTo(older);

    RunResult result = merge("--update", "--collector-version", "0.120.0");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(read("c.yaml")).isEqualTo(older);
  }

  @Test
  void updateWritesNothingThatTheCollectorRefuses() throws IOException {
    merge();
    String edited = read("c.yaml").replace("queue_size: 50", "queue_size: 5");
    write("c.yaml", edited);

    RunResult result = merge("--update", "--collector-version", "0.161.0");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("Updated, it would be wrong (GT019): `min_size`");
    assertThat(read("c.yaml")).isEqualTo(edited);
  }

  @Test
  void updateInBracesSaysHowElse() throws IOException {
    write(
        "c.yaml",
        CONFIG
            .replaceFirst("processors:\n  metric", "processors: { metric")
            .replace("{}\nconn", "{} }\nconn"));
    merge();
    String merged = read("c.yaml");

    RunResult result = merge("--update", "--collector-version", "0.161.0");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err())
        .contains("c.yaml:5:", "is written in brackets", "help: Run remove and then init --merge.");
    assertThat(read("c.yaml")).isEqualTo(merged);
  }

  @Test
  void wishesThatWhatIsThereDoesNotFollowAreNamed() throws IOException {
    merge();
    String[] wishes = {
      "--base-url", "https://g.example.com/api", "--api-key-env", "LLM_KEY", "--receivers", "otlp/2"
    };
    String before = read("c.yaml");

    RunResult result = merge(wishes);

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.err())
        .contains(
            "nothing to do",
            "note: --base-url changed nothing: otlphttp/gentrace, which was there already, has"
                + " another URL (c.yaml:",
            "note: --api-key-env changed nothing: otlphttp/gentrace",
            "note: --receivers changed nothing: traces/gentrace");
    assertThat(read("c.yaml")).isEqualTo(before);
    assertThat(merge("--receivers", "otlp").err()).doesNotContain("changed nothing");
  }

  @Test
  void aConnectorServesAsReceiverOnlyIfSomethingFeedsIt() throws IOException {
    RunResult result = merge("--receivers", "forward");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("The receiver forward of --receivers is not defined");
    write("c.yaml", CONFIG.replaceFirst("\\[debug]", "[debug, forward]"));
    assertThat(merge("--receivers", "forward,forward").exit()).isEqualTo(ExitCode.DONE);
    assertThat(read("c.yaml")).contains("receivers: [forward]");
  }

  @Test
  void onlyProcessorsOfTracesAreCopied() throws IOException {
    RunResult result = merge("--processors-from", "metrics");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err())
        .contains("c.yaml:16:5: There is no traces pipeline metrics", "There are: traces.");
    assertThat(read("c.yaml")).isEqualTo(CONFIG);
  }

  @Test
  void aPasswordInAUrlIsNotPrinted() {
    RunResult result = merge("--base-url", "https://me:hunter2@g.example.com/api");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("--base-url").doesNotContain("hunter2");
    assertThat(merge("--base-url", "https://g.example.com/$TENANT").exit())
        .isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void theResultDoesNotTakeThePlaceOfItsSource() throws IOException {
    Files.createSymbolicLink(folder.resolve("l.yaml"), folder.resolve("c.yaml"));

    for (String option : new String[] {"-o", "--overlay"}) {
      for (String other : new String[] {"c.yaml", "./c.yaml", "l.yaml"}) {
        RunResult result = merge(option, other, "--force");

        assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(result.err()).contains("'" + other + "' is FILE itself");
        assertThat(read("c.yaml")).isEqualTo(CONFIG);
      }
    }
    assertThat(merge("-o", "").err()).contains("the name of a file is empty");
  }

  @Test
  void aFileNamedTwiceIsOneFile() {
    assertThat(merge("c.yaml").err()).containsOnlyOnce("c.yaml: ");
  }

  private RunResult merge(String... options) {
    return run(
        Stream.concat(Stream.of("init", "--merge", "c.yaml"), Arrays.stream(options))
            .toArray(String[]::new));
  }
}
