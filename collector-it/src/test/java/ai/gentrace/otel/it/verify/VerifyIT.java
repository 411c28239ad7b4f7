package ai.gentrace.otel.it.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CommandOutput;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.BuiltBinary;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What verify says of configs.
 *
 * <p>Configs that sample by chance or by time are verified once; {@code -Dverify.runs=20} repeats
 * that, as one lucky run proves little.
 */
class VerifyIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String CONTAINER = "container ";

  private static final String GUIDE =
      """
      receivers:
        otlp:
          protocols:
            grpc: {endpoint: localhost:4317}
            http: {endpoint: localhost:4318}
      processors:
        batch:
        filter/gentrace_sample:
          error_mode: ignore
          traces:
            span:
              - 'attributes["gentrace.sample"] != "true"'
      exporters:
        otlphttp/gentrace:
          endpoint: https://gentrace.ai/api/otel/v1/traces
          headers:
            Authorization: Bearer ${env:GENTRACE_API_KEY}
      service:
        pipelines:
          traces/gentrace:
            receivers: [otlp]
            processors: [batch, filter/gentrace_sample]
            exporters: [otlphttp/gentrace]
      """;

  private static final String GATE_FOR_ALL =
      """
      receivers:
        otlp:
          protocols:
            http: {endpoint: localhost:4318}
      processors:
        filter/gentrace_sample:
          error_mode: ignore
          traces:
            span:
              - 'attributes["gentrace.sample"] != "true" and attributes["gentrace.sample"] != true'
        batch/gentrace:
      exporters:
        otlp_http/own:
          endpoint: http://own.example:4318
        otlp_http/second:
          endpoint: http://second.example:4318
        otlp_http/gentrace:
          traces_endpoint: https://gentrace.ai/api/otel/v1/traces
          headers:
            Authorization: Bearer ${env:GENTRACE_API_KEY}
      service:
        pipelines:
          traces:
            receivers: [otlp]
            processors: [filter/gentrace_sample, batch/gentrace]
            exporters: [otlp_http/own, otlp_http/second, otlp_http/gentrace]
      """;

  @TempDir Path folder;

  @Claim("verify proves a merged config: every proof holds")
  @Test
  void aMergedConfigHolds() throws Exception {
    CommandOutput output = verify(merged("shapes/several-backends.yaml"));

    assertThat(output.output())
        .contains("ok    every marked span reaches Gentrace")
        .contains("ok    no unmarked span reaches Gentrace")
        .contains("ok    otlp_http/own gets what it gets without the Gentrace parts")
        .contains("ok    otlp_http/second gets what it gets without the Gentrace parts")
        .contains("ok    the queue to Gentrace is full: everybody else gets everything once")
        .contains("nothing left this machine")
        .doesNotContain("FAIL", "??  ");
    assertThat(output.exitCode()).as(output.output()).isZero();
  }

  @Claim("verify runs the collector in whatever the other tests run it in, by the docker command")
  @Test
  @ExtendWith(CollectorExtension.class)
  void theOtherTestsCollectorHoldsToo(Collector collector) throws Exception {
    String description = collector.description();
    // As in many configs, the exporter is named as the receiver is.
    String config =
        merged("one-backend.yaml")
            .replace("otlp_http/own:", "otlp:")
            .replace("[otlp_http/own]", "[otlp]");

    CommandOutput output =
        description.startsWith(CONTAINER)
            ? Launcher.run(
                "verify",
                file(config),
                "--collector-image",
                description.substring(CONTAINER.length()).split(" ", 2)[0])
            : verify(config);

    assertThat(output.exitCode()).as(output.output()).isZero();
    assertThat(output.output())
        .contains(
            "the collector, " + (description.startsWith(CONTAINER) ? CONTAINER : "process "),
            "ok    every marked span reaches Gentrace",
            "ok    otlp gets what it gets without the Gentrace parts");
  }

  @Claim("verify finds the doubled path in the guide's config")
  @Test
  void theGuidesConfigFailsWithTheDoubledPath() throws Exception {
    CommandOutput output = verify(GUIDE);

    assertThat(output.exitCode()).as(output.output()).isEqualTo(1);
    assertThat(output.output())
        .contains(
            "FAIL  otlphttp/gentrace posts to /api/otel/v1/traces",
            "it posts to /api/otel/v1/traces/v1/traces",
            "collector.yaml:15:15: endpoint: https://gentrace.ai/api/otel/v1/traces",
            "traces_endpoint",
            "7 of 8 proofs hold, 1 fails");
  }

  @Claim("verify names each exporter that loses spans to a gate in the shared pipeline")
  @Test
  void aGateForAllFailsAndNamesWhoLosesSpans() throws Exception {
    CommandOutput output = verify(GATE_FOR_ALL);

    assertThat(output.exitCode()).as(output.output()).isEqualTo(1);
    assertThat(output.output())
        .contains(
            "FAIL  otlp_http/own gets what it gets without the Gentrace parts",
            "FAIL  otlp_http/second gets what it gets without the Gentrace parts",
            "spans missing",
            "collector.yaml:25:20: processors: [filter/gentrace_sample, batch/gentrace]",
            "give Gentrace a pipeline of its own");
  }

  @Claim("verify finds that without batch/gentrace a bad day sends existing backends spans twice")
  @Test
  void withoutTheBatchTheBadDayFails() throws Exception {
    String merged = merged("one-backend.yaml");
    String unwalled = merged.replace("[filter/gentrace_sample, batch/gentrace]", GATE_ALONE);
    assertThat(unwalled).isNotEqualTo(merged);

    CommandOutput output = verify(unwalled);

    assertThat(output.exitCode()).as(output.output()).isEqualTo(1);
    assertThat(output.output())
        .contains(
            "ok    every marked span reaches Gentrace",
            "FAIL  the queue to Gentrace is full: everybody else gets everything once",
            "sending queue is full",
            "existing backends get spans twice",
            "put a batch processor behind the gate");
  }

  private static final String GATE_ALONE = "[filter/gentrace_sample]";

  @Claim("verify accuses nobody where a config samples by chance or time, or derives metrics")
  @ParameterizedTest
  @ValueSource(strings = {"tail-sampling", "probabilistic-sampler", "span-metrics"})
  void samplingIsNoFailure(String shape) throws Exception {
    String config = merged("shapes/" + shape + ".yaml");
    int runs = Integer.getInteger("verify.runs", 1);

    for (int run = 1; run <= runs; run++) {
      CommandOutput output = verify(config);

      assertThat(output.exitCode()).as("run %d: %s", run, output.output()).isZero();
      assertThat(output.output()).doesNotContain("FAIL", "??  ");
    }
  }

  @Claim("verify without a verdict ends with 3: a collector that lacks a component is no proof")
  @Test
  void aMissingComponentIsNamedWithHowToGiveTheRightCollector() throws Exception {
    CommandOutput output =
        verify(
            merged("one-backend.yaml")
                .replace("processors: [batch]", "processors: [made_up, batch]")
                .replace("processors:\n  batch:", "processors:\n  made_up:\n  batch:"));

    assertThat(output.exitCode()).as(output.output()).isEqualTo(3);
    assertThat(output.output())
        .contains("made_up", "collector.yaml:", "--collector-binary", "--collector-image")
        .doesNotContain("proofs hold", "Exception");
  }

  @Claim("verify prints for the example what its page shows, but for counts")
  @Test
  void theExampleHoldsAsItsPageShows() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/verify.md"));
    String example = Files.readString(ROOT.resolve("examples/collector.yaml"));

    CommandOutput output = verify(Launcher.merge(example));

    assertThat(proofs(output.output())).isNotEmpty().isEqualTo(proofs(page));
  }

  private static List<String> proofs(String text) {
    return text.lines()
        .filter(line -> line.startsWith("ok  "))
        .map(line -> line.replaceAll("[0-9]+", "N"))
        .toList();
  }

  private CommandOutput verify(String config) throws Exception {
    return Launcher.run(
        "verify", file(config), "--collector-binary", BuiltBinary.path().toString());
  }

  private String file(String config) throws Exception {
    return Files.writeString(folder.resolve("collector.yaml"), config).toString();
  }

  private static String merged(String resource) throws Exception {
    return Launcher.merge(Configs.text(resource), "--collector-version", "0.161.0");
  }
}
