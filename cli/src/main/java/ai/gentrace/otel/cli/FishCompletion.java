package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.CommandModel.Parameter;
import java.util.List;
import java.util.stream.Collectors;

/** The completion script for fish. */
final class FishCompletion {
  private static final String COMPLETE = "complete -c gentrace-otel";

  private FishCompletion() {}

  static String of(List<CommandModel> commands, List<Parameter> common) {
    StringBuilder script = new StringBuilder();
    script.append(
        """
        # fish completion for gentrace-otel: gentrace-otel completion fish | source

        # The command on the line so far, if there is one. Values of options before it are none.
        function __gentrace_otel_command
            set -l skip
            for word in (commandline -opc)[2..-1]
                if test -n "$skip"
                    set skip
                else if contains -- $word %s
                    set skip yes
                else if not string match -q -- '-*' $word
                    echo $word
                    return
                end
            end
        end

        function __gentrace_otel_is
            set -l command (__gentrace_otel_command)
            test "$command" = "$argv[1]"
        end

        %s -f
        """
            .formatted(
                common.stream()
                    .filter(Parameter::takesValue)
                    .flatMap(option -> option.names().stream())
                    .collect(Collectors.joining(" ")),
                COMPLETE));
    common.forEach(option -> append(script, "", option));
    script.append(COMPLETE).append(" -s V -l version -d 'Print the version'\n");
    for (CommandModel command : commands) {
      String condition = " -n " + quoted("__gentrace_otel_is " + command.name());
      script
          .append(COMPLETE)
          .append(" -n ")
          .append(quoted("__gentrace_otel_is"))
          .append(" -a ")
          .append(command.name())
          .append(" -d ")
          .append(quoted(command.summary()))
          .append('\n');
      command.options().forEach(option -> append(script, condition, option));
      if (command.operand() != null) {
        script.append(COMPLETE).append(condition).append(value(command.operand())).append('\n');
      }
    }
    return script.toString();
  }

  private static void append(StringBuilder script, String condition, Parameter option) {
    script.append(COMPLETE).append(condition);
    for (String name : option.names()) {
      script.append(
          name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.takesValue()) {
      script.append(" -r").append(value(option));
    }
    script.append(" -d ").append(quoted(option.brief())).append('\n');
  }

  private static String value(Parameter parameter) {
    if (!parameter.choices().isEmpty()) {
      return " -f -a " + quoted(String.join(" ", parameter.choices()));
    }
    return parameter.file() ? " -F" : " -f";
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
