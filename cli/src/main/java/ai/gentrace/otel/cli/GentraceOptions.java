package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.gentrace.KeyVariable;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which Gentrace a config is meant for, and where its key is. */
record GentraceOptions(OptionSpec baseUrl, OptionSpec apiKeyEnv) {
  static GentraceOptions create() {
    return new GentraceOptions(
        Options.value(
            "URL",
            "Where a self-hosted Gentrace is: spans go to URL/otel/v1/traces.",
            "--base-url"),
        Options.value(
            "NAME",
            "The environment variable that holds the API key where the collector runs; "
                + KeyVariable.DEFAULT
                + " unless given.",
            "--api-key-env"));
  }

  void addTo(CommandSpec spec) {
    spec.addOption(baseUrl).addOption(apiKeyEnv);
  }

  /**
   * The Gentrace.
   *
   * @throws UsageException if the URL is none
   */
  GentraceEndpoint endpoint(Arguments arguments) {
    Optional<String> text = arguments.text(baseUrl);
    GentraceEndpoint endpoint =
        text.isPresent() ? GentraceEndpoint.parse(text.get()) : GentraceEndpoint.HOSTED;
    if (endpoint == null) {
      // A password or key in it must not be printed.
      String url = text.get().matches(".*[@?].*") ? "this" : "'" + text.get() + "'";
      throw new UsageException(
          "--base-url: " + url + " is not the base of a Gentrace API",
          "give what stands before /otel/v1/traces, such as " + GentraceEndpoint.HOSTED.baseUrl());
    }
    return endpoint;
  }

  /**
   * The variable.
   *
   * @throws UsageException if the name is none
   */
  String keyVariable(Arguments arguments) {
    String name = arguments.text(apiKeyEnv, KeyVariable.DEFAULT);
    if (!name.equals(KeyVariable.DEFAULT) && !KeyVariable.isName(name)) {
      // A key given by mistake must not be printed.
      throw new UsageException(
          "--api-key-env takes the name of an environment variable",
          "letters, digits and _ only; the key itself is never given to this program");
    }
    return name;
  }
}
