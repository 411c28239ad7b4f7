package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.gentrace.KeyVariable;
import ai.gentrace.otel.cli.gentrace.MergeRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that shape the Gentrace parts. */
record MergeOptions(
    OptionSpec baseUrl, OptionSpec apiKeyEnv, OptionSpec receivers, OptionSpec processorsFrom) {

  static MergeOptions create() {
    return new MergeOptions(
        Options.value(
            "URL",
            "Where a self-hosted Gentrace is: spans go to URL/otel/v1/traces.",
            "--base-url"),
        Options.value(
            "NAME",
            "The environment variable that holds the API key where the collector runs; "
                + KeyVariable.DEFAULT
                + " unless given.",
            "--api-key-env"),
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
    spec.addOption(baseUrl).addOption(apiKeyEnv).addOption(receivers).addOption(processorsFrom);
  }

  /**
   * What the user asks for.
   *
   * @throws UsageException if a value makes no sense
   */
  MergeRequest request(Arguments arguments, CollectorRelease release) {
    return new MergeRequest(
        release,
        endpoint(arguments),
        keyVariable(arguments),
        arguments.list(receivers).stream().map(MergeOptions::id).toList(),
        arguments.text(processorsFrom).map(ComponentId::of).orElse(null));
  }

  private GentraceEndpoint endpoint(Arguments arguments) {
    return arguments
        .text(baseUrl)
        .map(
            text -> {
              GentraceEndpoint endpoint = GentraceEndpoint.parse(text);
              if (endpoint == null) {
                throw new UsageException(
                    "--base-url: '" + text + "' is not the base of a Gentrace API",
                    "give what stands before /otel/v1/traces, such as "
                        + GentraceEndpoint.HOSTED.baseUrl());
              }
              return endpoint;
            })
        .orElse(GentraceEndpoint.HOSTED);
  }

  private String keyVariable(Arguments arguments) {
    String name = arguments.text(apiKeyEnv, KeyVariable.DEFAULT);
    if (!KeyVariable.isName(name)) {
      // A key given by mistake must not be printed.
      throw new UsageException(
          "--api-key-env takes the name of an environment variable",
          "letters, digits and _ only; the key itself is never given to this program");
    }
    return name;
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
