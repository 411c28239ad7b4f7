package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.rules.Rules;
import ai.gentrace.otel.cli.collector.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints a rule's page, or lists the rules. */
final class ExplainCommand implements Command {
  private final PositionalParamSpec rule =
      Options.word(
          "0..1",
          Rules.infos().stream().map(RuleInfo::id).toList(),
          "GTnnn",
          "A rule; without one, all rules are listed.");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().addPositional(rule);
    spec.usageMessage().footer("gentrace-otel explain GT101", "gentrace-otel explain");
    return spec;
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws IOException {
    List<String> wanted = arguments.list(rule);
    if (wanted.isEmpty()) {
      for (RuleInfo info : Rules.infos()) {
        console.result(
            String.format(
                "%s  %-7s  %-26s %s",
                info.id(), info.severity().key(), info.name(), info.summary()));
      }
      return ExitCode.DONE;
    }
    console.out().print(page(info(wanted.get(0))));
    return ExitCode.DONE;
  }

  private static RuleInfo info(String text) {
    String id = text.toUpperCase(Locale.ROOT);
    List<RuleInfo> rules = Rules.infos();
    return rules.stream()
        .filter(info -> info.id().equals(id) || info.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no rule '"
                        + text
                        + "'"
                        + Nearest.suggestion(id, rules.stream().map(RuleInfo::id).toList()),
                    "gentrace-otel explain lists the rules"));
  }

  private static String page(RuleInfo info) throws IOException {
    try (InputStream in = ExplainCommand.class.getResourceAsStream("/rules/" + info.id() + ".md")) {
      if (in == null) {
        throw new IllegalStateException("the page of " + info.id() + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
