package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.CheckOptions;
import ai.gentrace.otel.cli.check.CheckResult;
import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.rules.Rules;
import ai.gentrace.otel.cli.collector.Catalogue;
import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComponentList;
import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.report.GithubReport;
import ai.gentrace.otel.cli.report.Report;
import ai.gentrace.otel.cli.report.Style;
import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Checks configs offline: what is wrong, where, and how to repair it. */
final class ValidateCommand implements Command {
  private final ValidateOptions options = ValidateOptions.create();

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    options.addTo(spec);
    spec.usageMessage()
        .description(
            "A comment '# gentrace-otel: ignore GT204 -- reason' at the end of a line, or alone on the"
                + " line before, silences a finding of that line.")
        .footer(
            "gentrace-otel validate collector.yaml",
            "gentrace-otel validate --collector-version 0.161.0 --fix --diff collector.yaml",
            "gentrace-otel validate --format sarif -o results.sarif deploy/");
    return spec;
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws IOException {
    CheckFiles files = new CheckFiles(console);
    List<String> named = files.named(arguments.list(options.files()));
    boolean fixing = arguments.has(options.fix());
    checkUsage(arguments, named, fixing);
    CheckSetup setup = setup(arguments, console);
    CheckRun run = new CheckRun(console, files, setup, arguments.text(options.stdinName()));
    List<CheckOutcome> outcomes =
        arguments.has(options.mergeFiles()) ? List.of(run.merged(named)) : run.each(named);
    if (fixing) {
      FixRun fixes = new FixRun(setup, arguments.has(options.unsafe()));
      outcomes = new FixDelivery(console, fixes, arguments.has(options.diff())).deliver(outcomes);
    }
    return report(arguments, console, outcomes);
  }

  @Override
  public boolean onlyReads(Arguments arguments) {
    return !arguments.has(options.fix()) && arguments.text(options.collectorBinary()).isEmpty();
  }

  private void checkUsage(Arguments arguments, List<String> named, boolean fixing) {
    if (!fixing && (arguments.has(options.unsafe()) || arguments.has(options.diff()))) {
      throw new UsageException("--unsafe and --diff go with --fix");
    }
    if (fixing && named.contains(Delivery.STREAM) && !arguments.has(options.diff())) {
      throw new UsageException(
          "--fix repairs files in place, and standard input is none", "add --diff");
    }
  }

  private CheckSetup setup(Arguments arguments, Console console) throws IOException {
    Catalogue catalogue = Catalogue.bundled();
    Optional<ComponentList> components = Optional.empty();
    Optional<String> list = arguments.text(options.components());
    if (list.isPresent()) {
      YamlSource source = source(console, list.get());
      ComponentList read = ComponentList.read(source, catalogue);
      if (read == null) {
        throw new UsageException(
            list.get() + ": this is no list of components",
            "give what 'otelcol components' prints, or a manifest of the collector builder");
      }
      components = Optional.of(read);
    }
    ConfigOptions configs = ConfigOptions.of(arguments);
    CollectorConfig baseline =
        arguments.text(options.baseline()).isPresent()
            ? baseline(console, configs, arguments.text(options.baseline()).get())
            : null;
    CheckOptions checks = options.check(arguments, baseline);
    Optional<String> file = arguments.text(options.collectorBinary());
    Optional<CollectorBinary> binary = Optional.empty();
    if (file.isPresent()) {
      Collector collector = Collector.ofBinary(console.resolve(file.get()));
      binary = Optional.of(new CollectorBinary(collector, console.environment()));
    }
    return new CheckSetup(configs, checks, catalogue, components, binary);
  }

  private static YamlSource source(Console console, String file) throws IOException {
    return YamlSource.decode(file, Files.readAllBytes(console.resolve(file)));
  }

  private static CollectorConfig baseline(Console console, ConfigOptions configs, String file)
      throws IOException {
    ConfigChoice choice =
        configs.choose(ai.gentrace.otel.cli.yaml.YamlStream.parse(source(console, file)));
    if (choice instanceof ConfigChoice.Chosen chosen) {
      return chosen.config().config();
    }
    throw new UsageException(
        "--baseline: " + file + ": " + ((ConfigChoice.Refused) choice).reason());
  }

  private ExitCode report(Arguments arguments, Console console, List<CheckOutcome> outcomes)
      throws IOException {
    Severity shown = options.level(arguments, options.severity(), Severity.INFO);
    Severity failing = options.level(arguments, options.failOn(), Severity.ERROR);
    List<Finding> findings = new ArrayList<>();
    List<Place> secrets = new ArrayList<>();
    int suppressed = 0;
    int files = 0;
    ExitCode exit = ExitCode.DONE;
    for (CheckOutcome outcome : outcomes) {
      if (outcome instanceof CheckOutcome.Unusable unusable) {
        console.error(unusable.message());
        unusable.hint().filter(hint -> !hint.isEmpty()).ifPresent(console::hint);
        exit = ExitCode.UNUSABLE;
        continue;
      }
      CheckOutcome.Checked checked = (CheckOutcome.Checked) outcome;
      for (String note : checked.notes()) {
        console.note(note);
      }
      CheckResult result = checked.result();
      files += checked.input().files().size();
      suppressed += result.suppressed();
      secrets.addAll(result.secrets());
      for (Finding finding : result.findings()) {
        if (finding.severity().isAtLeast(shown)) {
          findings.add(finding);
        }
        if (finding.severity().isAtLeast(failing) && exit == ExitCode.DONE) {
          exit = ExitCode.FINDINGS;
        }
      }
    }
    if (files > 0) {
      Report report =
          new Report(
              Version.current(),
              collector(outcomes),
              Rules.infos(),
              files,
              findings,
              suppressed,
              secrets);
      print(arguments, console, report);
    }
    return exit;
  }

  /** The collector that all files are for; unknown where they differ. */
  private static CollectorRelease collector(List<CheckOutcome> outcomes) {
    @Nullable CollectorRelease common = null;
    for (CheckOutcome outcome : outcomes) {
      if (outcome instanceof CheckOutcome.Checked checked) {
        CollectorRelease release = checked.result().release();
        if (common != null && !common.equals(release)) {
          return CollectorRelease.UNKNOWN;
        }
        common = release;
      }
    }
    return common == null ? CollectorRelease.UNKNOWN : common;
  }

  private void print(Arguments arguments, Console console, Report report) throws IOException {
    boolean workflow = "true".equals(console.environment().get("GITHUB_ACTIONS"));
    ReportFormat usual = workflow ? ReportFormat.GITHUB : ReportFormat.TEXT;
    ReportFormat format = ReportFormat.of(arguments.text(options.format(), usual.key()));
    Optional<String> output = arguments.text(options.output());
    RepositoryPaths paths = RepositoryPaths.around(console.workingDirectory());
    String text = format.render(report, output.isEmpty() ? console.style() : Style.PLAIN, paths);
    if (output.isPresent()) {
      Files.writeString(console.resolve(output.get()), text);
    } else {
      console.out().print(text);
    }
    String summary = console.environment().getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (format == ReportFormat.GITHUB && !summary.isEmpty()) {
      Path file = console.resolve(summary);
      byte[] bytes =
          new GithubReport(paths::relative).summary(report).getBytes(StandardCharsets.UTF_8);
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
