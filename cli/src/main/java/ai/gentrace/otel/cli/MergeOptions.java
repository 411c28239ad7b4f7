package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.gentrace.KeySecret;
import ai.gentrace.otel.cli.gentrace.MergeRequest;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that shape the Gentrace parts. */
record MergeOptions(
    GentraceOptions gentrace,
    OptionSpec receivers,
    OptionSpec processorsFrom,
    OptionSpec apiKeySecret) {

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
            "--processors-from"),
        Options.value(
            "NAME/KEY",
            "In Helm values and operator resources: also give the pod its API key from this Secret.",
            "--api-key-secret"));
  }

  void addTo(CommandSpec spec) {
    gentrace.addTo(spec);
    spec.addOption(receivers).addOption(processorsFrom).addOption(apiKeySecret);
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
        arguments.list(receivers).stream().map(MergeOptions::id).distinct().toList(),
        arguments.text(processorsFrom).map(ComponentId::of).orElse(null));
  }

  /**
   * The Secret with the API key, if one is named.
   *
   * @throws UsageException if the name is none
   */
  Optional<KeySecret> secret(Arguments arguments) {
    return arguments
        .text(apiKeySecret)
        .map(
            text -> {
              KeySecret secret = KeySecret.parse(text);
              if (secret == null) {
                // A key given by mistake must not be printed.
                throw new UsageException(
                    "--api-key-secret takes the name of a Secret and a key in it",
                    "write it like gentrace/api-key");
              }
              return secret;
            });
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
