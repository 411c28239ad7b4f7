package ai.gentrace.otel.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints the script that teaches a shell to complete commands and options. */
final class CompletionCommand implements Command {
  private final PositionalParamSpec shell = Options.files("1", "SHELL", "bash.");

  @Override
  public CommandSpec spec() {
    return CommandSpec.create().addPositional(shell);
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) {
    List<String> shells = arguments.list(shell);
    if (!shells.equals(List.of("bash"))) {
      throw new UsageException("no completion for '" + String.join(" ", shells) + "'");
    }
    CommandSpec program = CommandSpec.create().name(CommandLines.PROGRAM);
    for (Commands.Entry entry : Commands.ALL) {
      Command command = Commands.create(entry.name());
      CommandSpec spec = CommandLines.spec(entry, CommonOptions.create(), command);
      program.addSubcommand(entry.name(), spec.name(entry.name()));
    }
    console.out().print(AutoComplete.bash(CommandLines.PROGRAM, new CommandLine(program)));
    return ExitCode.DONE;
  }
}
