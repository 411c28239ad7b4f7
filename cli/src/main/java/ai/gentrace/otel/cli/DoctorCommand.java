package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.run.doctor.ConfigFacts;
import ai.gentrace.otel.cli.run.doctor.ConfigFactsReader;
import ai.gentrace.otel.cli.run.doctor.ConfigFault;
import ai.gentrace.otel.cli.run.doctor.DoctorJson;
import ai.gentrace.otel.cli.run.doctor.DoctorReport;
import ai.gentrace.otel.cli.run.doctor.Examination;
import ai.gentrace.otel.cli.run.doctor.Step;
import ai.gentrace.otel.cli.run.doctor.StepVerdict;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
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
            "Examples:",
            "  gentrace-otel doctor collector.yaml --send-test-spans",
            "  gentrace-otel doctor collector.yaml --probe",
            "  kubectl port-forward deploy/otel-collector 8888 4318 &",
            "  gentrace-otel doctor values.yaml --metrics localhost:8888 --otlp localhost:4318");
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
            List.<ConfigFault>of(),
            new Examination.Wishes(
                url(arguments.text(metrics), "--metrics", "/metrics"),
                url(arguments.text(otlp), "--otlp", "/v1/traces"),
                arguments.has(sendTestSpans),
                arguments.has(probe)),
            console.environment());
    if (arguments.text(format, "text").equals("json")) {
      console.result(DoctorJson.of(report, Version.current()));
    } else {
      print(report, console);
    }
    return switch (report.verdict()) {
      case FAIL -> ExitCode.FINDINGS;
      case NO_VERDICT -> ExitCode.NO_VERDICT;
      case OK, NOT_LOOKED_AT -> ExitCode.DONE;
    };
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

  private static void print(DoctorReport report, Console console) {
    DoctorText text = new DoctorText(console.style());
    for (Step step : report.steps()) {
      text.lines(step).forEach(console::result);
    }
    console.result("");
    console.result(text.lastLine(report));
  }

  /** The words of a report. */
  private record DoctorText(ai.gentrace.otel.cli.report.Style style) {
    List<String> lines(Step step) {
      String head =
          word(step.verdict())
              + "  "
              + step.question().number()
              + " "
              + step.question().words()
              + "  "
              + step.finding();
      return step.next().isEmpty()
          ? List.of(head)
          : List.of(head, "      " + style.cyan("next:") + " " + step.next());
    }

    private String word(StepVerdict verdict) {
      return switch (verdict) {
        case OK -> style.green("ok  ");
        case FAIL -> style.red("FAIL");
        case NO_VERDICT -> style.yellow("??  ");
        case NOT_LOOKED_AT -> "-   ";
      };
    }

    String lastLine(DoctorReport report) {
      Optional<Step> culprit = report.culprit();
      if (culprit.isPresent()) {
        Step step = culprit.get();
        return "The culprit is step " + step.question().number() + ": " + step.finding();
      }
      return report.verdict() == StepVerdict.OK
          ? "No step failed; there is no culprit on this way."
          : "No step failed, and no verdict on step "
              + String.join(
                  ", ",
                  report.steps().stream()
                      .filter(step -> step.verdict() == StepVerdict.NO_VERDICT)
                      .map(step -> String.valueOf(step.question().number()))
                      .toList())
              + ".";
    }
  }
}
