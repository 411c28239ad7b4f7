package ai.gentrace.otel.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of the commands that edit files: what to do with the result. */
record EditOptions(
    PositionalParamSpec files,
    OptionSpec diff,
    OptionSpec check,
    OptionSpec output,
    OptionSpec force,
    OptionSpec backup) {

  static EditOptions create(String arity, String force) {
    return new EditOptions(
        Options.files(
            arity,
            "FILE",
            "Collector configs, also inside Helm values, operator resources and ConfigMaps; - is"
                + " standard input, edited to standard output."),
        Options.flag("Print what would change as a unified diff, and write nothing.", "--diff"),
        Options.flag("Write nothing; exit 1 if a file would change.", "--check"),
        Options.outputFile(
            "FILE",
            "Write there and leave the file alone; - is standard output.",
            "-o",
            "--output"),
        Options.flag(force, "--force"),
        Options.flag("Keep the file as it was as FILE.bak.", "--backup"));
  }

  void addTo(CommandSpec spec) {
    spec.addPositional(files)
        .addOption(diff)
        .addOption(check)
        .addOption(output)
        .addOption(force)
        .addOption(backup);
  }

  /**
   * What the user wants with the results.
   *
   * @param overlay the second file that gets the parts, if one does
   */
  Delivery delivery(Arguments arguments, Optional<String> overlay) {
    return new Delivery(
        arguments.has(diff),
        arguments.has(check),
        arguments.text(output),
        overlay,
        arguments.has(force),
        arguments.has(backup));
  }
}
