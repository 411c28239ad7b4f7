package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.CommandModel.Parameter;
import java.util.List;
import java.util.stream.Collectors;

/** gentrace-otel(1) in roff's man macros. */
final class ManualPage {
  private ManualPage() {}

  static String of(List<CommandModel> commands, List<Parameter> common) {
    StringBuilder page = new StringBuilder();
    page.append(".TH GENTRACE\\-OTEL 1 \"\" \"gentrace\\-otel ")
        .append(text(Version.current()))
        .append("\"\n.SH NAME\ngentrace\\-otel \\- send the LLM spans of a collector to Gentrace\n")
        .append(
            ".SH SYNOPSIS\n.B gentrace\\-otel\n.I COMMAND\n[\\fIOPTIONS\\fR] [\\fIFILE\\fR...]\n")
        .append(".SH DESCRIPTION\n")
        .append("Edits, checks, proves and draws OpenTelemetry Collector configurations so that ")
        .append("the LLM spans, and only them, go to Gentrace.\n.SH COMMANDS\n");
    commands.forEach(command -> append(page, command));
    page.append(".SH COMMON OPTIONS\n");
    common.forEach(option -> append(page, option));
    return page.append(
            """
            .SH EXIT STATUS
            .TP
            .B 0
            Done; nothing to report.
            .TP
            .B 1
            Findings, or a file that would change.
            .TP
            .B 2
            The arguments or the input cannot be used.
            .TP
            .B 3
            No verdict: a tool, a file or a collector was in the way.
            .SH FILES
            .TP
            .I .gentrace\\-otel.yaml
            Settings, read from the working directory or above it.
            """)
        .toString();
  }

  private static void append(StringBuilder page, CommandModel command) {
    page.append(".SS ").append(text(command.name())).append('\n');
    page.append(text(command.summary())).append(".\n");
    for (String paragraph : command.description()) {
      page.append(".PP\n").append(text(paragraph)).append('\n');
    }
    if (command.operand() != null) {
      page.append(".TP\n.I ").append(text(command.operand().label())).append('\n');
      page.append(text(command.operand().description())).append('\n');
    }
    command.options().forEach(option -> append(page, option));
    if (!command.examples().isEmpty()) {
      page.append(".PP\n.EX\n");
      command.examples().forEach(line -> page.append(text(line)).append('\n'));
      page.append(".EE\n");
    }
  }

  private static void append(StringBuilder page, Parameter option) {
    String names =
        option.names().stream()
            .map(name -> "\\fB" + text(name) + "\\fR")
            .collect(Collectors.joining(", "));
    String value = option.takesValue() ? " \\fI" + text(option.label()) + "\\fR" : "";
    page.append(".TP\n").append(names).append(value).append('\n');
    page.append(text(option.description())).append('\n');
  }

  /** A line that roff prints as it is: its escapes, and control characters at its start, undone. */
  private static String text(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
