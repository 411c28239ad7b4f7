package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.CommandLines.Prepared;
import ai.gentrace.otel.cli.report.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The text of {@code --help}. */
final class HelpPage {
  private static final int MOST_COLUMNS = 100;
  private static final String PURPOSE =
      "Sends the LLM spans, and only them, from your OpenTelemetry Collector to Gentrace.";

  private HelpPage() {}

  /** The program's own page: what it is for, its commands, and the options that they share. */
  static String ofProgram(Console console) {
    CommandSpec spec = CommandSpec.create().name(CommandLines.PROGRAM);
    CommonOptions common = CommonOptions.create();
    common.addTo(spec);
    Map<String, String> commands = new LinkedHashMap<>();
    Commands.ALL.forEach(entry -> commands.put(entry.name(), entry.summary() + "."));
    Help help = help(spec, console);
    return """
        %s

        %s %s COMMAND [OPTIONS] [FILE...]

        %s
        %s
        %s
        %s
        %s COMMAND --help says more about one command.
        """
        .formatted(
            wrap(PURPOSE, columns(console)),
            heading(console, "Usage:"),
            CommandLines.PROGRAM,
            heading(console, "Commands:"),
            help.createTextTable(commands),
            heading(console, "Options of every command:"),
            options(help, common.all()),
            CommandLines.PROGRAM);
  }

  /** A command's page. */
  static String of(Prepared prepared, Console console) {
    CommandSpec spec = prepared.spec();
    List<OptionSpec> common = prepared.arguments().common().all();
    List<OptionSpec> own = new ArrayList<>(spec.options());
    own.removeAll(common);
    Help help = help(spec, console);
    StringBuilder page = new StringBuilder();
    page.append(prepared.entry().summary()).append(".\n");
    for (String paragraph : spec.usageMessage().description()) {
      page.append('\n').append(wrap(paragraph, columns(console))).append('\n');
    }
    page.append('\n')
        .append(heading(console, "Usage:"))
        .append(' ')
        .append(synopsis(spec, own))
        .append('\n');
    String parameters = help.parameterList();
    if (!parameters.isEmpty() || !own.isEmpty()) {
      page.append('\n').append(parameters).append(options(help, own));
    }
    page.append('\n')
        .append(heading(console, "Common options:"))
        .append('\n')
        .append(options(help, common));
    if (spec.usageMessage().footer().length > 0) {
      page.append('\n').append(heading(console, "Examples:")).append('\n');
      for (String line : spec.usageMessage().footer()) {
        page.append("  ").append(line).append('\n');
      }
    }
    return page.toString();
  }

  /** One line; the options follow below it anyway. */
  private static String synopsis(CommandSpec spec, List<OptionSpec> own) {
    String parameters =
        spec.positionalParameters().stream()
            .map(
                p -> {
                  String label = p.paramLabel() + (p.arity().max() > 1 ? "..." : "");
                  return p.arity().min() == 0 ? " [" + label + "]" : " " + label;
                })
            .collect(Collectors.joining());
    return spec.name() + (own.isEmpty() ? "" : " [OPTIONS]") + parameters;
  }

  private static String options(Help help, List<OptionSpec> options) {
    Help.Layout layout = help.createDefaultLayout();
    layout.addOptions(options, help.createDefaultParamLabelRenderer());
    return layout.toString();
  }

  private static Help help(CommandSpec spec, Console console) {
    boolean colored = console.style() == Style.COLORED;
    Help.Ansi ansi = colored ? Help.Ansi.ON : Help.Ansi.OFF;
    spec.usageMessage().width(columns(console)).sortOptions(false);
    return new CommandLine(spec)
        .setInterpolateVariables(false)
        .getHelpFactory()
        .create(spec, Help.defaultColorScheme(ansi));
  }

  private static int columns(Console console) {
    return Math.max(60, Math.min(MOST_COLUMNS, console.terminal().columns()));
  }

  private static String heading(Console console, String text) {
    return console.style().bold(text);
  }

  private static String wrap(String text, int columns) {
    StringBuilder wrapped = new StringBuilder();
    int length = 0;
    for (String word : text.split(" ", -1)) {
      if (length > 0 && length + 1 + word.length() > columns) {
        wrapped.append('\n');
        length = 0;
      } else if (length > 0) {
        wrapped.append(' ');
        length++;
      }
      wrapped.append(word);
      length += word.length();
    }
    return wrapped.toString();
  }
}
