package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.CheckOptions;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.rules.Rules;
import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Nearest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of {@code validate}. */
record ValidateOptions(
    PositionalParamSpec files,
    OptionSpec format,
    OptionSpec output,
    OptionSpec severity,
    OptionSpec failOn,
    OptionSpec disable,
    OptionSpec rule,
    OptionSpec mergeFiles,
    OptionSpec components,
    OptionSpec collectorBinary,
    OptionSpec baseline,
    OptionSpec fix,
    OptionSpec unsafe,
    OptionSpec diff,
    OptionSpec stdinName,
    GentraceOptions gentrace) {
  private static final List<String> LEVELS =
      List.of(Severity.INFO.key(), Severity.WARNING.key(), Severity.ERROR.key());
  private static final String OFF = "off";

  static ValidateOptions create() {
    return new ValidateOptions(
        Options.files(
            "0..*",
            "FILE",
            "Collector configs, also inside Helm values, operator resources and ConfigMaps; folders"
                + " are searched; - is standard input."),
        Options.choice(
            ReportFormat.names(),
            "How to print findings; github by itself in a GitHub workflow, else text.",
            "--format"),
        Options.outputFile("FILE", "Write the findings there.", "-o", "--output"),
        Options.choice(LEVELS, "Show only findings of this level or worse.", "--severity"),
        Options.choice(LEVELS, "Exit 1 for findings of this level or worse.", "--fail-on"),
        Options.list("GTnnn", "Rules that do not run.", "--disable"),
        Options.list(
            "GTnnn=LEVEL", "Give a rule another level: error, warning, info or off.", "--rule"),
        Options.flagSetting(
            "Read the files as one config, merged as the collector merges them.", "--merge-files"),
        Options.inputFile(
            "FILE",
            "What your own build holds: the output of 'otelcol components', or a builder's"
                + " manifest.",
            "--components"),
        Options.inputFile("BIN", "Also ask this collector's own validate.", "--collector-binary"),
        Options.inputFile(
            "FILE", "The config before: report other pipelines that differ from it.", "--baseline"),
        Options.flag("Repair in place what can be repaired without a doubt.", "--fix"),
        Options.flag("With --fix: also repair what you should look at.", "--unsafe"),
        Options.flag("With --fix: print the difference and write nothing.", "--diff"),
        Options.commandLineValue("NAME", "How findings call standard input.", "--stdin-filename"),
        GentraceOptions.create());
  }

  void addTo(CommandSpec spec) {
    spec.addPositional(files);
    List<OptionSpec> own =
        List.of(
            format,
            output,
            severity,
            failOn,
            disable,
            rule,
            mergeFiles,
            components,
            collectorBinary,
            baseline,
            fix,
            unsafe,
            diff,
            stdinName);
    for (OptionSpec option : own) {
      spec.addOption(option);
    }
    gentrace.addTo(spec);
  }

  /**
   * What to judge, and how.
   *
   * @throws UsageException if a rule or level is none
   */
  CheckOptions check(Arguments arguments, @Nullable CollectorConfig baselineConfig) {
    Set<String> disabled = new HashSet<>();
    for (String id : arguments.list(disable)) {
      disabled.add(ruleId("--disable", id));
    }
    Map<String, Severity> levels = new HashMap<>();
    for (String assignment : arguments.list(rule)) {
      int equals = assignment.indexOf('=');
      String id = ruleId("--rule", equals < 0 ? assignment : assignment.substring(0, equals));
      String level = equals < 0 ? "" : assignment.substring(equals + 1).strip();
      Severity severity = Severity.of(level);
      if (severity != null) {
        levels.put(id, severity);
      } else if (level.equals(OFF)) {
        disabled.add(id);
      } else {
        throw new UsageException(
            "--rule: '" + assignment + "' names no level", "write " + id + "=warning");
      }
    }
    return new CheckOptions(
        gentrace.endpoint(arguments),
        gentrace.keyVariable(arguments),
        baselineConfig,
        disabled,
        levels);
  }

  private static String ruleId(String option, String text) {
    List<String> ids = Rules.infos().stream().map(RuleInfo::id).toList();
    String id = text.strip();
    if (!ids.contains(id)) {
      throw new UsageException(
          option + ": there is no rule '" + id + "'" + Nearest.suggestion(id, ids),
          "gentrace-otel explain lists the rules");
    }
    return id;
  }

  Severity level(Arguments arguments, OptionSpec option, Severity otherwise) {
    Severity severity = Severity.of(arguments.text(option, otherwise.key()));
    return severity == null ? otherwise : severity;
  }
}
