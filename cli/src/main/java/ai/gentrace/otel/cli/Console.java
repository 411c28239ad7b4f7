package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.report.Style;
import ai.gentrace.otel.cli.yaml.Visible;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that a command may know of the world around the process. Immutable; tests build their
 * own.
 *
 * @param out the result and nothing else
 * @param err every other word
 * @param in what {@code -} stands for
 * @param workingDirectory what relative paths are relative to, on any file system
 * @param environment the environment variables
 * @param terminal whether a person is reading
 * @param manners how much to say, and in colour or not
 */
public record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Path workingDirectory,
    Map<String, String> environment,
    Terminal terminal,
    Manners manners) {

  /** How much is said on standard error. */
  enum Volume {
    QUIET,
    NORMAL,
    VERBOSE
  }

  /** The user's wish about colour. */
  enum ColorChoice {
    AUTO,
    ALWAYS,
    NEVER
  }

  /**
   * What the common options ask for.
   *
   * @param volume how much is said on standard error
   * @param color the wish about colour
   */
  record Manners(Volume volume, ColorChoice color) {
    static final Manners DEFAULT = new Manners(Volume.NORMAL, ColorChoice.AUTO);
  }

  /** Copies the environment: it does not change under a running command. */
  public Console {
    environment = Map.copyOf(environment);
  }

  /** A console that behaves as usual: normal volume, colour where a terminal is. */
  public Console(
      PrintStream out,
      PrintStream err,
      InputStream in,
      Path workingDirectory,
      Map<String, String> environment,
      Terminal terminal) {
    this(out, err, in, workingDirectory, environment, terminal, Manners.DEFAULT);
  }

  Console with(Manners other) {
    return new Console(out, err, in, workingDirectory, environment, terminal, other);
  }

  /**
   * The file that an argument means. Print the argument, not this path.
   *
   * @throws java.nio.file.InvalidPathException if no file can have that name
   */
  Path resolve(String argument) {
    return workingDirectory.resolve(argument);
  }

  /** Prints a line of the result on standard output. */
  void result(String line) {
    out.print(line + "\n");
  }

  /** Says something useful on standard error, unless {@code -q}. */
  void note(String line) {
    if (manners.volume() != Volume.QUIET) {
      say("", line);
    }
  }

  /** Says something on standard error that only {@code -v} asks for. */
  void detail(String line) {
    if (manners.volume() == Volume.VERBOSE) {
      say("", line);
    }
  }

  /** Says on standard error what the user has to look after, unless {@code -q}. */
  void warning(String message) {
    if (manners.volume() != Volume.QUIET) {
      say(errorStyle().yellow("warning:") + " ", message);
    }
  }

  /** Says on standard error that something went wrong; {@code -q} does not silence it. */
  void error(String message) {
    say(errorStyle().red(errorStyle().bold("error:")) + " ", message);
  }

  /** Says on standard error what to do about an error. */
  void hint(String message) {
    say(errorStyle().cyan("help:") + " ", message);
  }

  boolean verbose() {
    return manners.volume() == Volume.VERBOSE;
  }

  /** Whether what is printed may hold more than ASCII: the locale has to say so. */
  boolean unicode() {
    String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    String charset = locale.toUpperCase(Locale.ROOT).replace("-", "");
    return !terminal.asciiOnly() && charset.contains("UTF8");
  }

  /** Colours for standard output. */
  Style style() {
    return style(terminal.output());
  }

  /** Colours for standard error. */
  Style errorStyle() {
    return style(terminal.errors());
  }

  /**
   * The result first: on a terminal both streams meet, and the order is the order of what happened.
   * Names in a message come from a config, and must not move a terminal's cursor.
   */
  private void say(String label, String message) {
    out.flush();
    err.print(label + Visible.lines(message) + "\n");
    err.flush();
  }

  private Style style(boolean isTerminal) {
    return switch (manners.color()) {
      case ALWAYS -> Style.COLORED;
      case NEVER -> Style.PLAIN;
      case AUTO -> wantsColor(isTerminal) ? Style.COLORED : Style.PLAIN;
    };
  }

  /** By the conventions of no-color.org and of CLICOLOR, which most tools share. */
  private boolean wantsColor(boolean isTerminal) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    if (!environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0")) {
      return true;
    }
    return isTerminal
        && !"dumb".equals(environment.get("TERM"))
        && !"0".equals(environment.get("CLICOLOR"));
  }
}
