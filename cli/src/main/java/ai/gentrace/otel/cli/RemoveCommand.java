package ai.gentrace.otel.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Takes out what {@code init --merge} put in. */
final class RemoveCommand implements Command {
  private final EditOptions edits =
      EditOptions.create(
          "1..*",
          "Also take out what was changed inside the Gentrace parts, and overwrite the file of -o.");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    edits.addTo(spec);
    spec.usageMessage()
        .footer(
            "gentrace-otel remove collector.yaml --diff", "gentrace-otel remove collector.yaml");
    return spec;
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws IOException {
    Delivery delivery = edits.delivery(arguments, Optional.empty());
    RemovalEdit edit =
        new RemovalEdit(ConfigOptions.of(arguments), delivery.force(), delivery.writesNothing());
    return new FileEdits(console, delivery).run(arguments.list(edits.files()), edit);
  }
}
