package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.CommandModel.Parameter;
import ai.gentrace.otel.cli.collector.Nearest;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints the script that teaches a shell to complete commands, options and their values. */
final class CompletionCommand implements Command {
  static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final PositionalParamSpec shell =
      Options.word("1", SHELLS, "SHELL", "The shell: bash, zsh or fish.");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().addPositional(shell);
    spec.usageMessage()
        .footer(
            "source <(gentrace-otel completion bash)",
            "source <(gentrace-otel completion zsh)",
            "gentrace-otel completion fish | source");
    return spec;
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) {
    String wanted = arguments.list(shell).get(0);
    if (!SHELLS.contains(wanted)) {
      throw new UsageException(
          "no completion for '" + wanted + "'" + Nearest.suggestion(wanted, SHELLS),
          "the shells are " + String.join(", ", SHELLS));
    }
    List<CommandModel> commands = CommandModel.all();
    List<Parameter> common = CommandModel.commonOptions();
    console
        .out()
        .print(
            switch (wanted) {
              case "bash" -> BashCompletion.of(commands, common);
              case "zsh" -> ZshCompletion.of(commands, common);
              default -> FishCompletion.of(commands, common);
            });
    return ExitCode.DONE;
  }
}
