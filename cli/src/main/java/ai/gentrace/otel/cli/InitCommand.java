package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.gentrace.MergePlan;
import ai.gentrace.otel.cli.gentrace.MergeRequest;
import ai.gentrace.otel.cli.gentrace.NewConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes a config that sends marked spans to Gentrace, or adds what is missing to files. */
final class InitCommand implements Command {
  private final OptionSpec merge =
      Options.flag("Add the Gentrace parts to FILE instead of writing a new config.", "--merge");
  private final OptionSpec update =
      Options.flag(
          "With --merge: also move parts that are there already to the form for this release; what"
              + " you set yourself stays.",
          "--update");
  private final MergeOptions parts = MergeOptions.create();
  private final OptionSpec overlay =
      Options.outputFile(
          "FILE",
          "Leave the file of --merge alone and write the parts to this one: for a second --config, a"
              + " second Helm values file, or a Kustomize patch.",
          "--overlay");
  private final EditOptions edits =
      EditOptions.create("0..*", "Overwrite the file of -o or --overlay if it is there.");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().addOption(merge).addOption(update).addOption(overlay);
    parts.addTo(spec);
    edits.addTo(spec);
    spec.usageMessage()
        .footer(
            "gentrace-otel init -o collector.yaml",
            "gentrace-otel init --merge collector.yaml --diff",
            "gentrace-otel init --merge collector.yaml");
    return spec;
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws IOException {
    List<String> files = arguments.list(edits.files());
    Delivery delivery = edits.delivery(arguments, arguments.text(overlay));
    ConfigOptions configs = ConfigOptions.of(arguments);
    if (!arguments.has(merge)) {
      return writeNew(arguments, console, files, configs);
    }
    if (files.isEmpty()) {
      throw new UsageException("--merge needs a FILE", "- is standard input");
    }
    MergeRequest request = parts.request(arguments, configs.releaseAlone());
    MergeEdit edit =
        new MergeEdit(configs, request, parts.secret(arguments), arguments.has(update), delivery);
    ExitCode code = new FileEdits(console, delivery).run(files, edit);
    edit.tierWarnings().forEach(console::warning);
    return code;
  }

  private ExitCode writeNew(
      Arguments arguments, Console console, List<String> files, ConfigOptions configs)
      throws IOException {
    if (!files.isEmpty()) {
      throw new UsageException(
          "'" + files.get(0) + "' is not asked for: init writes a new config",
          "init --merge " + files.get(0) + " adds to it; init -o FILE writes to a file");
    }
    Stream.of(update, edits.diff(), edits.check(), edits.backup())
        .filter(arguments::has)
        .findFirst()
        .ifPresent(
            option -> {
              throw new UsageException(option.longestName() + " goes with --merge");
            });
    if (parts.secret(arguments).isPresent()) {
      throw new UsageException("--api-key-secret goes with --merge");
    }
    if (arguments.text(overlay).isPresent()) {
      throw new UsageException("--overlay goes with --merge", "-o FILE writes to a file");
    }
    MergeRequest request = parts.request(arguments, configs.releaseAlone());
    NewConfig config = NewConfig.of(request);
    if (config.plan() instanceof MergePlan.Refused refused) {
      throw new UsageException(refused.reason(), refused.wayOut());
    }
    PathCheck.refusal(config.complete(), request)
        .ifPresent(
            refused -> {
              throw new UsageException(refused.reason(), refused.wayOut());
            });
    byte[] text = config.complete().source().text().getBytes(StandardCharsets.UTF_8);
    String output = arguments.text(edits.output(), Delivery.STREAM);
    ExitCode code = OutputFile.write(console, output, text, arguments.has(edits.force()));
    if (code == ExitCode.DONE && !output.equals(Delivery.STREAM)) {
      console.note(
          "wrote "
              + output
              + "; next: set "
              + request.keyVariable()
              + " in the collector's environment, then start the collector with it");
    }
    return code;
  }
}
