package ai.gentrace.otel.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options that every command has.
 *
 * @param collectorVersion the collector's release
 * @param distribution the collector's distribution
 * @param path where the configuration sits in a file
 * @param document which document of a file
 * @param color the wish about colour
 * @param quiet say less
 * @param verbose say more
 * @param noConfig read no settings file
 * @param help print the command's help
 */
record CommonOptions(
    OptionSpec collectorVersion,
    OptionSpec distribution,
    OptionSpec path,
    OptionSpec document,
    OptionSpec color,
    OptionSpec quiet,
    OptionSpec verbose,
    OptionSpec noConfig,
    OptionSpec help) {

  /** Those that take a value, for finding the command's name among the arguments. */
  static final Set<String> WITH_VALUE =
      Set.of("--collector-version", "--distribution", "--path", "--document", "--color");

  static final String NO_CONFIG = "--no-config";

  static CommonOptions create() {
    return new CommonOptions(
        Options.value(
            "X.Y.Z",
            "The collector's release, such as 0.161.0; without it, the files are searched for evidence.",
            "--collector-version"),
        Options.choice(
            List.of("core", "contrib", "k8s"), "The collector's distribution.", "--distribution"),
        Options.value(
            "A.B.C",
            "Where the collector's configuration sits in the file; a key that holds a dot in double quotes.",
            "--path"),
        Options.number(
            1,
            "N",
            "Which document of the file, from 1, where several have that path.",
            "--document"),
        Options.choice(
            List.of("auto", "always", "never"),
            "Colours; auto obeys NO_COLOR, CLICOLOR and CLICOLOR_FORCE.",
            "--color"),
        Options.flagSetting("Print the result and errors only.", "-q", "--quiet"),
        Options.flagSetting(
            "Say more, with a stack trace where something breaks.", "-v", "--verbose"),
        Options.flag("Read no .gentrace-otel.yaml.", NO_CONFIG),
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .type(boolean.class)
            .arity("0")
            .description("Print this help.")
            .build());
  }

  List<OptionSpec> all() {
    return List.of(
        collectorVersion, distribution, path, document, color, quiet, verbose, noConfig, help);
  }

  /** All their names, with the dashes. */
  static List<String> names() {
    return create().all().stream().flatMap(option -> Stream.of(option.names())).toList();
  }

  void addTo(CommandSpec spec) {
    for (OptionSpec option : all()) {
      spec.addOption(option);
    }
  }
}
