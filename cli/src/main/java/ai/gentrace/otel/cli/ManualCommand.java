package ai.gentrace.otel.cli;

import picocli.CommandLine.Model.CommandSpec;

/** Prints the manual page, in the language of man. */
final class ManualCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .footer("gentrace-otel manual > gentrace-otel.1", "gentrace-otel manual | man -l -");
    return spec;
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) {
    console.out().print(ManualPage.of(CommandModel.all(), CommandModel.commonOptions()));
    return ExitCode.DONE;
  }
}
