package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorSearch;
import ai.gentrace.otel.cli.run.verify.StartRefusal;
import ai.gentrace.otel.cli.run.verify.Target;
import ai.gentrace.otel.cli.run.verify.Verification;
import ai.gentrace.otel.cli.run.verify.VerifyReport;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Proves on a real collector what a config does with marked and unmarked spans. */
final class VerifyCommand implements Command {
  private static final String HOW_TO_GIVE =
      "--collector-binary FILE names the collector that you run, --collector-image NAME its image";

  private final PositionalParamSpec files =
      Options.files(
          "0..*",
          "FILE",
          "The collector's config; several files are one config, as --config a --config b."
              + " Without FILE: the first usual name here.");
  private final OptionSpec binary =
      Options.inputFile("FILE", "The collector to run.", "--collector-binary");
  private final OptionSpec image =
      Options.value("NAME", "The collector's image to run with docker.", "--collector-image");
  private final OptionSpec format =
      Options.choice(List.of("text", "json"), "How to print the proofs.", "--format");
  private final GentraceOptions gentrace = GentraceOptions.create();

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(files).addOption(binary).addOption(image).addOption(format);
    gentrace.addTo(spec);
    spec.usageMessage()
        .description(
            "Runs the collector on a copy of the config whose exporters lead to captures on this"
                + " machine. Nothing leaves the machine, and the environment is not read.")
        .footer(
            "gentrace-otel verify collector.yaml",
            "gentrace-otel verify base.yaml gentrace.yaml --collector-binary ./otelcol-contrib");
    return spec;
  }

  @Override
  public ExitCode run(Arguments arguments, Console console)
      throws IOException, InterruptedException {
    GivenConfig given =
        GivenConfig.read(GivenConfig.files(arguments.list(files), console), arguments, console);
    Target target = new Target(gentrace.endpoint(arguments), gentrace.keyVariable(arguments));
    Optional<Collector> collector =
        CollectorSearch.find(
            arguments.text(binary).map(console::resolve),
            arguments.text(image),
            arguments.collectorVersion(),
            console.environment().getOrDefault("PATH", ""));
    if (collector.isEmpty()) {
      console.error("no collector to run: no otelcol binary and no docker on PATH");
      console.hint(HOW_TO_GIVE);
      return ExitCode.NO_VERDICT;
    }
    VerifyReport report;
    try (LiveLine live = LiveLine.on(console)) {
      report = Verification.of(given.config(), target, collector.get(), live, now());
    } catch (CollectorException e) {
      return refused(given, e, console);
    }
    if (arguments.text(format, "text").equals("json")) {
      VerifyJson.of(report, given.files(), Version.current()).lines().forEach(console::result);
    } else {
      new VerifyText(console).print(report, given.files());
    }
    return switch (report.verdict()) {
      case FAILS -> ExitCode.FINDINGS;
      case NO_VERDICT -> ExitCode.NO_VERDICT;
      case HOLDS, NOT_COMPARABLE, NOT_LOOKED_AT -> ExitCode.DONE;
    };
  }

  private static long now() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond());
  }

  private static ExitCode refused(GivenConfig given, CollectorException e, Console console) {
    StartRefusal refusal = StartRefusal.of(e, given.config());
    for (StartRefusal.Line line : refusal.lines()) {
      console.error((line.place() == null ? "" : line.place() + ": ") + line.text());
    }
    if (refusal.lacksComponents()) {
      console.hint("give the collector that you run: " + HOW_TO_GIVE);
    } else if (e.reason() == CollectorException.Reason.NOT_AVAILABLE) {
      console.hint(HOW_TO_GIVE);
    }
    e.log().forEach(console::detail);
    return ExitCode.NO_VERDICT;
  }
}
