package ai.gentrace.otel.benchmarks.validate;

import ai.gentrace.otel.cli.check.CheckInput;
import ai.gentrace.otel.cli.check.CheckOptions;
import ai.gentrace.otel.cli.check.CheckResult;
import ai.gentrace.otel.cli.check.Checker;
import ai.gentrace.otel.cli.collector.Catalogue;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.collector.PublishedComponents;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A file from its bytes to its findings, in a program that has run for a while. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class CheckBenchmark {
  /** Roughly; a config of 25 lines is the smallest that makes sense. */
  @Param({"25", "500", "5000"})
  public int lines;

  private byte[] file = {};

  /** Writes the config. */
  @Setup
  public void write() {
    file = config(lines).getBytes(StandardCharsets.UTF_8);
  }

  /** Checks it. */
  @Benchmark
  public CheckResult check() {
    YamlStream stream = YamlStream.parse(YamlSource.decode("collector.yaml", file));
    CheckInput input =
        new CheckInput(
            List.of(stream),
            List.of(ConfigFinder.plain(stream)),
            false,
            CollectorRelease.UNKNOWN,
            new PublishedComponents(Catalogue.bundled(), null, null),
            "");
    return Checker.check(input, CheckOptions.DEFAULT);
  }

  /** As many teams' pipelines to Gentrace as have room, each with a gate and an exporter. */
  private static String config(int lines) {
    StringBuilder processors = new StringBuilder();
    StringBuilder exporters = new StringBuilder();
    StringBuilder pipelines = new StringBuilder();
    for (int team = 0; team == 0 || team < (lines - 7) / 18; team++) {
      processors.append(
          """
            filter/gentrace_%1$d:
              error_mode: ignore
              traces:
                span:
                  - 'attributes["gentrace.sample"] != "true" and attributes["gentrace.sample"] != true'
            batch/gentrace_%1$d:
              timeout: 500ms
          """
              .formatted(team));
      exporters.append(
          """
            # Team %1$d
            otlphttp/team_%1$d:
              traces_endpoint: https://gentrace.ai/api/otel/v1/traces
              headers:
                Authorization: 'Bearer ${env:KEY_%1$d}'
              sending_queue:
                queue_size: 100
          """
              .formatted(team));
      pipelines.append(
          """
              traces/gentrace_%1$d:
                receivers: [otlp]
                processors: [filter/gentrace_%1$d, batch/gentrace_%1$d]
                exporters: [otlphttp/team_%1$d]
          """
              .formatted(team));
    }
    return "receivers:\n  otlp: {protocols: {grpc: {}}}\nprocessors:\n"
        + processors
        + "exporters:\n"
        + exporters
        + "service:\n  pipelines:\n"
        + pipelines;
  }
}
