package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.CommandModel.Parameter;
import java.util.List;
import java.util.stream.Collectors;

/** The completion script for zsh: to be sourced, or to lie in {@code fpath} as _gentrace-otel. */
final class ZshCompletion {
  private ZshCompletion() {}

  static String of(List<CommandModel> commands, List<Parameter> common) {
    return """
        #compdef gentrace-otel
        # zsh completion for gentrace-otel: source <(gentrace-otel completion zsh)

        _gentrace-otel() {
          local context state state_descr curcontext=$curcontext
          local -a line
          typeset -A opt_args
          _arguments -C \\
        %s    '(-V --version)'{-V,--version}'[Print the version]' \\
            '1:command:->command' \\
            '*::argument:->argument'
          case $state in
            command)
              local -a commands
              commands=(
        %s      )
              _describe -t commands command commands
              ;;
            argument)
              case $line[1] in
        %s      esac
              ;;
          esac
        }

        if [[ ${funcstack[1]} == _gentrace-otel ]]; then
          _gentrace-otel "$@"
        else
          # Without a start-up file that did so, completion is off in zsh.
          (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
          compdef _gentrace-otel gentrace-otel
        fi
        """
        .formatted(
            options(common, "    "),
            commands.stream()
                .map(
                    command -> "        " + quoted(command.name() + ":" + command.summary()) + "\n")
                .collect(Collectors.joining()),
            commands.stream().map(ZshCompletion::arguments).collect(Collectors.joining()));
  }

  private static String arguments(CommandModel command) {
    Parameter operand = command.operand();
    String rest = operand == null ? "" : quoted("*:" + operand.label() + ":" + action(operand));
    return "        "
        + command.name()
        + ")\n          _arguments \\\n"
        + options(command.allOptions(), "            ")
        + "            "
        + rest
        + "\n          ;;\n";
  }

  private static String options(List<Parameter> options, String margin) {
    return options.stream()
        .map(option -> margin + option(option) + " \\\n")
        .collect(Collectors.joining());
  }

  private static String option(Parameter option) {
    String value = option.takesValue() ? ":" + escaped(option.label()) + ":" + action(option) : "";
    String names =
        option.names().stream()
            .map(name -> option.takesValue() ? name + (name.startsWith("--") ? "=" : "+") : name)
            .collect(Collectors.joining(","));
    String text = quoted("[" + escaped(option.brief()) + "]" + value);
    return option.names().size() == 1
        ? quoted(names) + text
        : quoted("(" + String.join(" ", option.names()) + ")") + "{" + names + "}" + text;
  }

  private static String action(Parameter parameter) {
    if (!parameter.choices().isEmpty()) {
      return "(" + String.join(" ", parameter.choices()) + ")";
    }
    return parameter.file() ? "_files" : " ";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(":", "\\:").replace("[", "\\[").replace("]", "\\]");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
