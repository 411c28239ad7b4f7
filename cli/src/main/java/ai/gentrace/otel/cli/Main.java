package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.CommandLines.Prepared;
import ai.gentrace.otel.cli.collector.Nearest;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The program.
 *
 * <p>{@link #main} wires the process's streams to it; tests run it in-process with streams of their
 * own.
 */
public final class Main {
  private static final String LIST = CommandLines.PROGRAM + " --help lists the commands";

  private final Console console;

  /** Whether the command that ran needs no shutdown hook. */
  private boolean onlyRead;

  /** A program that reads and prints only through this console. */
  public Main(Console console) {
    this.console = console;
  }

  /**
   * A program with these streams in the process's own directory and environment, and without a
   * terminal.
   */
  public Main(PrintStream out, PrintStream err, InputStream in) {
    this(new Console(out, err, in, Path.of(""), System.getenv(), Terminal.NONE));
  }

  /** Runs the program as a process: the exit code says how it went. */
  public static void main(String[] args) {
    ResultStream out = new ResultStream(new FileOutputStream(FileDescriptor.out));
    Console console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            // By itself a file stream asks for its length, which a pipe has none of.
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            Path.of(""),
            System.getenv(),
            Terminal.of(System.getProperties()));
    Main program = new Main(console);
    ExitCode code = program.run(args);
    int number = out.delivered(console) ? code.number() : ExitCode.NO_VERDICT.number();
    if (program.onlyRead) {
      // exit() asks for a logger, and looking for one reads the names of all entries of the jar:
      // milliseconds.
      Runtime.getRuntime().halt(number);
    }
    System.exit(number);
  }

  /**
   * Runs one command.
   *
   * @param args as typed after the program's name
   * @return the exit code: 0 done, 1 findings, 2 usage or input, 3 no verdict
   */
  public ExitCode run(String... args) {
    try {
      return dispatch(args);
    } catch (Exception | StackOverflowError | OutOfMemoryError | ExceptionInInitializerError e) {
      return Failures.report(e, console);
    } finally {
      console.out().flush();
    }
  }

  private ExitCode dispatch(String... args) throws Exception {
    Optional<Integer> index = CommandLines.commandIndex(args);
    if (index.isEmpty()) {
      onlyRead = true;
      return withoutCommand(List.of(args));
    }
    String name = args[index.get()];
    List<String> rest = CommandLines.without(index.get(), args);
    if (name.equals("help")) {
      return rest.isEmpty() ? help() : dispatch(rest.get(0), "--help");
    }
    Optional<Commands.Entry> found = Commands.find(name);
    if (found.isEmpty()) {
      throw unknown(name);
    }
    Commands.Entry entry = found.get();
    Prepared prepared = CommandLines.prepare(entry, rest, console);
    Console polite = console.with(prepared.arguments().manners());
    if (prepared.wantsHelp()) {
      onlyRead = true;
      polite.out().print(HelpPage.of(prepared, polite));
      return ExitCode.DONE;
    }
    try {
      ExitCode code = prepared.command().run(prepared.arguments(), polite);
      onlyRead = prepared.command().onlyReads(prepared.arguments());
      return code;
    } catch (Exception | StackOverflowError | OutOfMemoryError | ExceptionInInitializerError e) {
      return Failures.report(e, polite);
    }
  }

  private ExitCode withoutCommand(List<String> args) {
    if (args.contains("--version") || args.contains("-V")) {
      console.result(CommandLines.PROGRAM + " " + Version.current());
      return ExitCode.DONE;
    }
    if (args.contains("--help") || args.contains("-h")) {
      return help();
    }
    if (args.isEmpty()) {
      console.err().print(HelpPage.ofProgram(console));
      return ExitCode.UNUSABLE;
    }
    String first = args.get(0);
    throw CommonOptions.names().contains(first)
        ? new UsageException("no command among the arguments", LIST)
        : new UsageException(
            "unknown option '" + first + "'" + Nearest.suggestion(first, optionNames()), LIST);
  }

  private ExitCode help() {
    console.out().print(HelpPage.ofProgram(console));
    return ExitCode.DONE;
  }

  private UsageException unknown(String name) {
    String message = "unknown command '" + name + "'";
    if (Files.isRegularFile(console.resolve(name))) {
      return new UsageException(
          message, CommandLines.PROGRAM + " validate " + name + " checks that file");
    }
    List<String> names = new ArrayList<>(optionNames());
    Commands.ALL.forEach(entry -> names.add(entry.name()));
    return new UsageException(
        message + Nearest.suggestion(name.toLowerCase(Locale.ROOT), names), LIST);
  }

  private static List<String> optionNames() {
    List<String> names = new ArrayList<>(CommonOptions.names());
    names.add("--version");
    return names;
  }
}
