package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.gentrace.MergeRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that shape the Gentrace parts. */
record MergeOptions(GentraceOptions gentrace, OptionSpec receivers, OptionSpec processorsFrom) {

  static MergeOptions create() {
    return new MergeOptions(
        GentraceOptions.create(),
        Options.list(
            "RECEIVER",
            "The receivers whose spans may go to Gentrace, instead of those of the traces"
                + " pipelines.",
            "--receivers"),
        Options.value(
            "PIPELINE",
            "Let the spans for Gentrace pass this pipeline's processors too, without gates,"
                + " samplers and batchers.",
            "--processors-from"));
  }

  void addTo(CommandSpec spec) {
    gentrace.addTo(spec);
    spec.addOption(receivers).addOption(processorsFrom);
  }

  /**
   * What the user asks for.
   *
   * @throws UsageException if a value makes no sense
   */
  MergeRequest request(Arguments arguments, CollectorRelease release) {
    return new MergeRequest(
        release,
        gentrace.endpoint(arguments),
        gentrace.keyVariable(arguments),
        arguments.list(receivers).stream().map(MergeOptions::id).toList(),
        arguments.text(processorsFrom).map(ComponentId::of).orElse(null));
  }

  private static ComponentId id(String text) {
    ComponentId id = ComponentId.of(text);
    String problem = id.problem();
    if (problem != null) {
      throw new UsageException("--receivers: '" + text + "' is not a receiver's id", problem);
    }
    return id;
  }
}
