package ai.gentrace.otel.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * From the arguments to the chosen command, with its options filled in.
 *
 * <p>Common options may stand before the command's name as well as after it; the name is taken out
 * and the rest is one command line, so that one command's options are all that picocli ever builds.
 */
final class CommandLines {
  static final String PROGRAM = "gentrace-otel";

  /**
   * A command that is ready to run.
   *
   * @param entry its name and summary
   * @param command the work
   * @param spec its options, with values
   * @param arguments the same values for the command to read
   */
  record Prepared(Commands.Entry entry, Command command, CommandSpec spec, Arguments arguments) {
    boolean wantsHelp() {
      return arguments.has(arguments.common().help());
    }
  }

  private CommandLines() {}

  /** Where the command's name stands among the arguments, if there is one. */
  static Optional<Integer> commandIndex(String... args) {
    for (int i = 0; i < args.length; i++) {
      if (!args[i].startsWith("-")) {
        return Optional.of(i);
      }
      if (CommonOptions.WITH_VALUE.contains(args[i])) {
        i++;
      }
    }
    return Optional.empty();
  }

  /**
   * Fills in a command's options.
   *
   * @param entry the command
   * @param args its arguments without its name
   * @throws CommandLine.ParameterException if they do not fit
   * @throws UsageException if the settings file does not fit
   * @throws IOException if the settings file cannot be read
   */
  static Prepared prepare(Commands.Entry entry, List<String> args, Console console)
      throws IOException {
    Command command = Commands.create(entry.name());
    CommonOptions common = CommonOptions.create();
    CommandSpec spec = spec(entry, common, command);
    Settings settings = Settings.of(console, !args.contains(CommonOptions.NO_CONFIG));
    settings.check(spec);
    CommandLine commandLine = new CommandLine(spec);
    commandLine.setDefaultValueProvider(settings);
    commandLine.setOverwrittenOptionsAllowed(true);
    commandLine.setExpandAtFiles(false);
    commandLine.setInterpolateVariables(false);
    try {
      commandLine.parseArgs(args.toArray(new String[0]));
    } catch (CommandLine.ParameterException e) {
      throw settings
          .origin(e.getArgSpec())
          .<RuntimeException>map(origin -> new UsageException(origin + ": " + e.getMessage()))
          .orElse(e);
    }
    return new Prepared(entry, command, spec, new Arguments(common));
  }

  /** A command's own options and the common ones, under its full name. */
  static CommandSpec spec(Commands.Entry entry, CommonOptions common, Command command) {
    CommandSpec spec = command.spec();
    spec.name(PROGRAM + " " + entry.name());
    common.addTo(spec);
    return spec;
  }

  /** The arguments without the command's name. */
  static List<String> without(int index, String... args) {
    List<String> rest = new ArrayList<>(Arrays.asList(args));
    rest.remove(index);
    return rest;
  }
}
