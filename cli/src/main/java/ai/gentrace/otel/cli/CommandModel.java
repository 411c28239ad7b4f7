package ai.gentrace.otel.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command as completion scripts and the manual page tell of it. Read from the same specification
 * that parses the command line, so neither can know less than the program.
 *
 * @param name as typed
 * @param summary one line, without a full stop
 * @param description further paragraphs
 * @param options its own options
 * @param common the options of every command
 * @param operand what stands without an option's name; null if nothing does
 * @param examples lines of examples and what else closes the help
 */
record CommandModel(
    String name,
    String summary,
    List<String> description,
    List<Parameter> options,
    List<Parameter> common,
    @Nullable Parameter operand,
    List<String> examples) {

  /**
   * An option or operand.
   *
   * @param names with their dashes; none for an operand
   * @param label what the value is called; empty for a flag
   * @param description a sentence or more
   * @param choices the words that it may be; empty where it may be any
   * @param file whether it is the name of a file
   */
  record Parameter(
      List<String> names, String label, String description, List<String> choices, boolean file) {
    boolean takesValue() {
      return !label.isEmpty();
    }

    /** The description up to its first full stop or semicolon. */
    String brief() {
      return description.replaceFirst("(?s)(; |\\.( |$)).*", "");
    }
  }

  /** All commands, in the order of {@link Commands}. */
  static List<CommandModel> all() {
    List<CommandModel> all = new ArrayList<>();
    for (Commands.Entry entry : Commands.ALL) {
      all.add(of(entry));
    }
    return all;
  }

  /** The options that every command has. */
  static List<Parameter> commonOptions() {
    return options(CommonOptions.create().all());
  }

  /** Own options first, then the common ones. */
  List<Parameter> allOptions() {
    List<Parameter> all = new ArrayList<>(options);
    all.addAll(common);
    return all;
  }

  private static CommandModel of(Commands.Entry entry) {
    CommonOptions common = CommonOptions.create();
    CommandSpec spec = CommandLines.spec(entry, common, Commands.create(entry.name()));
    List<OptionSpec> own = new ArrayList<>(spec.options());
    own.removeAll(common.all());
    return new CommandModel(
        entry.name(),
        entry.summary(),
        List.of(spec.usageMessage().description()),
        options(own),
        options(common.all()),
        spec.positionalParameters().isEmpty()
            ? null
            : parameter(List.of(), spec.positionalParameters().get(0)),
        List.of(spec.usageMessage().footer()));
  }

  private static List<Parameter> options(List<OptionSpec> specs) {
    return specs.stream().map(option -> parameter(List.of(option.names()), option)).toList();
  }

  private static Parameter parameter(List<String> names, ArgSpec spec) {
    List<String> choices = new ArrayList<>();
    if (spec.completionCandidates() != null) {
      spec.completionCandidates().forEach(choices::add);
    }
    return new Parameter(
        names,
        spec.arity().max() == 0 ? "" : spec.paramLabel(),
        String.join(" ", spec.description()),
        choices,
        names.isEmpty() ? choices.isEmpty() : Options.isFile(spec));
  }
}
