package ai.gentrace.otel.it.truth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.Command;
import ai.gentrace.otel.cli.run.CommandOutput;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.BuiltBinary;
import ai.gentrace.otel.it.scene.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users have {@code validate} ask their own collector, or tell it what that collector holds. */
class OwnCollectorIT {
  private static final Duration RUN_LIMIT = Duration.ofSeconds(30);

  /** {@code redaction} is in contrib, and not in the tests' collector. */
  private static final String CONFIG =
      """
      receivers:
        otlp: {protocols: {grpc: {}}}
      processors:
        attributes: {actions: [{key: a, action: delete}]}
        redaction: {}
      exporters:
        debug: {}
      service:
        pipelines:
          traces:
            receivers: [otlp]
            processors: [attributes, redaction]
            exporters: [debug]
      """;

  @TempDir Path folder;

  @Claim("What only the user's own collector can say stands at the line that it means")
  @Test
  void thePagesExampleIsRefusedAtItsLineAndTheCorrectedOneIsNot() throws Exception {
    String page =
        Files.readString(
            Path.of(System.getProperty("project.root", "..")).resolve("docs/rules/GT099.md"));
    String bad = example(page, "Bad");
    List<String> lines = bad.lines().toList();
    int line = 1;
    while (!lines.get(line - 1).contains("# GT099")) {
      line++;
    }

    CommandOutput refused = validate(bad, "--collector-binary", BuiltBinary.path().toString());
    CommandOutput accepted =
        validate(example(page, "Good"), "--collector-binary", BuiltBinary.path().toString());

    assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
    assertThat(refused.output())
        .contains("collector.yaml:" + line + ":5: error: The collector says: ")
        .containsOnlyOnce("[GT");
    assertThat(accepted.exitCode()).as(accepted.output()).isZero();
    assertThat(accepted.output()).doesNotContain("[GT");
  }

  @Test
  void aReasonInTheEnvironmentIsSaidToBeThat() throws Exception {
    String config =
        CONFIG
            .replace("  redaction: {}\n", "")
            .replace(", redaction", "")
            .replace(
                "service:\n",
                """
                extensions:
                  file_storage: {directory: /nonexistent/queue}
                service:
                  extensions: [file_storage]
                """);

    CommandOutput output = validate(config, "--collector-binary", BuiltBinary.path().toString());

    assertThat(output.exitCode()).as(output.output()).isEqualTo(1);
    assertThat(output.output())
        .containsPattern("collector\\.yaml:8:3: error: .*/nonexistent/queue.*\\[GT099]")
        .contains("The reason lies in the environment");
  }

  @Test
  void aCollectorThatCannotBeStartedIsNoVerdict() throws Exception {
    CommandOutput output =
        validate(CONFIG, "--collector-binary", folder.resolve("no-such-otelcol").toString());

    assertThat(output.exitCode()).as(output.output()).isNotIn(0, 1);
    assertThat(output.output()).contains("no-such-otelcol").doesNotContain("Exception");
  }

  @Claim("Custom builds are judged by what they hold")
  @Test
  void whatTheCollectorPrintsOfItsComponentsDecides() throws Exception {
    CommandOutput printed = Command.of(BuiltBinary.path().toString(), "components").run(RUN_LIMIT);
    Path list = Files.writeString(folder.resolve("components.yaml"), printed.output());

    assertRedactionIsUnknown(validate(CONFIG, "--components", list.toString()));
  }

  @Test
  void soDoesTheManifestThatItWasBuiltFrom() throws Exception {
    Path manifest =
        Path.of(System.getProperty("project.root", ".."))
            .resolve("collector-it/otelcol/builder.yaml");

    assertRedactionIsUnknown(validate(CONFIG, "--components", manifest.toString()));
  }

  private static void assertRedactionIsUnknown(CommandOutput output) {
    assertThat(output.exitCode()).as(output.output()).isEqualTo(1);
    assertThat(output.output())
        .containsPattern("collector\\.yaml:5:3: error: .*`redaction`.*\\[GT013]")
        .containsOnlyOnce("error:");
  }

  private CommandOutput validate(String config, String... options) throws Exception {
    Path file = Files.writeString(folder.resolve("collector.yaml"), config);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "validate";
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Launcher.run(arguments);
  }

  private static String example(String page, String title) {
    Matcher block =
        Pattern.compile("\n## " + title + "\n\n```yaml\n(.*?)```\n", Pattern.DOTALL).matcher(page);
    assertThat(block.find()).as(title).isTrue();
    return block.group(1);
  }
}
