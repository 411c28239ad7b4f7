package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.CheckInput;
import ai.gentrace.otel.cli.check.CheckOptions;
import ai.gentrace.otel.cli.check.Checker;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.collector.Catalogue;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.PublishedComponents;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.run.doctor.ConfigFacts;
import ai.gentrace.otel.cli.run.doctor.ConfigFactsReader;
import ai.gentrace.otel.cli.run.doctor.ConfigFault;
import ai.gentrace.otel.cli.run.doctor.DoctorReport;
import ai.gentrace.otel.cli.run.doctor.Examination;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Walks the guide's troubleshooting steps at a running collector. */
final class DoctorCommand implements Command {
  private final PositionalParamSpec files =
      Options.files(
          "0..*",
          "FILE",
          "The running collector's config; several files are one config. Without FILE: the first"
              + " usual name here, if there is one.");
  private final OptionSpec metrics =
      Options.value(
          "URL",
          "The collector's own metrics; http://localhost:8888/metrics unless FILE says otherwise.",
          "--metrics");
  private final OptionSpec otlp =
      Options.value("URL", "A receiver of the collector, OTLP over HTTP.", "--otlp");
  private final OptionSpec sendTestSpans =
      Options.flag(
          "Send one marked and one unmarked span, and watch the counters move.",
          "--send-test-spans");
  private final OptionSpec probe =
      Options.flag("POST an empty export to Gentrace with the key of this environment.", "--probe");
  private final OptionSpec format =
      Options.choice(List.of("text", "json"), "How to print the steps.", "--format");
  private final GentraceOptions gentrace = GentraceOptions.create();

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(files)
        .addOption(metrics)
        .addOption(otlp)
        .addOption(sendTestSpans)
        .addOption(probe)
        .addOption(format);
    gentrace.addTo(spec);
    spec.usageMessage()
        .footer(
            "gentrace-otel doctor collector.yaml",
            "gentrace-otel doctor collector.yaml --send-test-spans",
            "gentrace-otel doctor collector.yaml --probe",
            "kubectl port-forward deploy/otel-collector 8888 4318 &",
            "gentrace-otel doctor values.yaml --metrics localhost:8888 --otlp localhost:4318");
    return spec;
  }

  @Override
  public ExitCode run(Arguments arguments, Console console)
      throws IOException, InterruptedException {
    GentraceEndpoint endpoint = gentrace.endpoint(arguments);
    List<String> named = arguments.list(files);
    Optional<GivenConfig> given =
        named.isEmpty() && GivenConfig.usual(console).isEmpty()
            ? Optional.empty()
            : Optional.of(GivenConfig.read(GivenConfig.files(named, console), arguments, console));
    ConfigFacts facts =
        given
            .map(
                config ->
                    ConfigFactsReader.read(
                        config.config(), String.join(" + ", config.files()), endpoint))
            .orElseGet(() -> ConfigFacts.none(endpoint, gentrace.keyVariable(arguments)));
    DoctorReport report =
        Examination.of(
            facts,
            given.map(config -> faults(config, endpoint, arguments)).orElseGet(List::of),
            new Examination.Wishes(
                url(arguments.text(metrics), "--metrics", "/metrics"),
                url(arguments.text(otlp), "--otlp", "/v1/traces"),
                arguments.has(sendTestSpans),
                arguments.has(probe)),
            console.environment());
    if (arguments.text(format, "text").equals("json")) {
      DoctorJson.of(report, Version.current()).lines().forEach(console::result);
    } else {
      new DoctorText(console.style()).lines(report).forEach(console::result);
    }
    return switch (report.verdict()) {
      case FAIL -> ExitCode.FINDINGS;
      case NO_VERDICT -> ExitCode.NO_VERDICT;
      case OK, NOT_LOOKED_AT -> ExitCode.DONE;
    };
  }

  /** What validate calls an error. */
  private List<ConfigFault> faults(
      GivenConfig given, GentraceEndpoint endpoint, Arguments arguments) {
    LocatedConfig first = given.configs().get(0);
    CollectorRelease release = ConfigOptions.of(arguments).release(first, List.of());
    CheckInput input =
        new CheckInput(
            given.configs().stream().map(LocatedConfig::file).toList(),
            given.configs(),
            given.configs().size() > 1,
            release,
            new PublishedComponents(Catalogue.bundled(), release.version(), release.distribution()),
            "");
    CheckOptions options =
        new CheckOptions(endpoint, gentrace.keyVariable(arguments), null, Set.of(), Map.of());
    return Checker.check(input, options).findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(
            finding ->
                new ConfigFault(finding.rule().id(), finding.message(), finding.place().toString()))
        .toList();
  }

  /** A URL may lack its scheme and its path. */
  private static Optional<URI> url(Optional<String> text, String option, String path) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String whole = text.get().contains("://") ? text.get() : "http://" + text.get();
    try {
      URI url = new URI(whole);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null) {
        boolean bare = url.getRawPath().isEmpty() || url.getRawPath().equals("/");
        return Optional.of(bare ? url.resolve(path) : url);
      }
    } catch (URISyntaxException e) {
      throw new UsageException(option + ": '" + text.get() + "' is no URL: " + e.getReason());
    }
    throw new UsageException(
        option + ": '" + text.get() + "' is no http or https URL", "such as localhost:8888");
  }
}
