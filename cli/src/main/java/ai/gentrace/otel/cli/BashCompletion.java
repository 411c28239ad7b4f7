package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.CommandModel.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The completion script for bash, from 3.2 on, which macOS has. */
final class BashCompletion {
  private BashCompletion() {}

  static String of(List<CommandModel> commands, List<Parameter> common) {
    return """
        # bash completion for gentrace-otel: source <(gentrace-otel completion bash)

        _gentrace_otel() {
          local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} command= i
          COMPREPLY=()
          # bash takes --option=value apart at the equals sign.
          if [[ $word == '=' ]]; then
            word=
          elif [[ $option == '=' ]]; then
            option=${COMP_WORDS[COMP_CWORD - 2]}
          fi
          for ((i = 1; i < COMP_CWORD; i++)); do
            case ${COMP_WORDS[i]} in
              %s) [[ ${COMP_WORDS[i + 1]} != '=' ]] || ((i++)); ((i++)) ;;
              -* | =) ;;
              *) command=${COMP_WORDS[i]}; break ;;
            esac
          done
          local options= words= files=
          case $command:$option in
        %s    *) option= ;;
          esac
          if [[ -z $option ]]; then
            case $command in
              '') options=%s words=%s ;;
        %s    esac
            if [[ $word == -* ]]; then
              words=$options files=
            fi
          fi
          COMPREPLY=($(compgen -W "$words" -- "$word"))
          if [[ -n $files ]]; then
            # Names with blanks stay whole only where bash completes files by itself.
            compopt -o default 2>/dev/null ||
              { local IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$word")); }
          fi
        }

        complete -F _gentrace_otel gentrace-otel
        """
        .formatted(
            names(common.stream().filter(Parameter::takesValue).toList(), " | "),
            values(commands, common),
            quoted(names(common, " ") + " --version"),
            quoted(commands.stream().map(CommandModel::name).collect(Collectors.joining(" "))),
            commands.stream().map(BashCompletion::arguments).collect(Collectors.joining()));
  }

  private static String values(List<CommandModel> commands, List<Parameter> common) {
    List<String> lines = new ArrayList<>();
    for (Parameter option : common) {
      addValue(lines, "*", option);
    }
    for (CommandModel command : commands) {
      for (Parameter option : command.options()) {
        addValue(lines, command.name(), option);
      }
    }
    return lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
  }

  private static void addValue(List<String> lines, String command, Parameter option) {
    if (option.takesValue()) {
      String pattern =
          option.names().stream()
              .map(name -> command + ":" + name)
              .collect(Collectors.joining(" | "));
      String value =
          option.file() ? "files=yes" : "words=" + quoted(String.join(" ", option.choices()));
      lines.add(pattern + ") " + value + " ;;");
    }
  }

  private static String arguments(CommandModel command) {
    Parameter operand = command.operand();
    String words = operand == null ? "" : String.join(" ", operand.choices());
    String files = operand != null && operand.file() ? " files=yes" : "";
    return "      "
        + command.name()
        + ") options="
        + quoted(names(command.allOptions(), " "))
        + " words="
        + quoted(words)
        + files
        + " ;;\n";
  }

  private static String names(List<Parameter> options, String separator) {
    return options.stream()
        .flatMap(option -> Stream.of(option.names().toArray(String[]::new)))
        .collect(Collectors.joining(separator));
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
