package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.Nearest;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that turns what went wrong into one clear line and an exit code. */
final class Failures {
  private Failures() {}

  /** Says it and returns what the process ends with. */
  static ExitCode report(Throwable failure, Console console) {
    if (failure instanceof UsageException e) {
      return unusable(console, text(e), e.hint());
    }
    if (failure instanceof ParameterException e) {
      String command = e.getCommandLine().getCommandSpec().name();
      return unusable(console, usage(e), Optional.of(command + " --help lists what it takes"));
    }
    if (failure instanceof NoVerdictException) {
      console.error("no verdict: " + text(failure));
      return ExitCode.NO_VERDICT;
    }
    if (failure instanceof InvalidPathException e) {
      return unusable(
          console,
          "'" + e.getInput() + "' cannot be a file name here: " + e.getReason(),
          Optional.empty());
    }
    if (failure instanceof IOException e) {
      trace(failure, console);
      return unusable(console, file(e), Optional.empty());
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      console.error("interrupted");
      return ExitCode.NO_VERDICT;
    }
    trace(failure, console);
    String what =
        failure.getClass().getSimpleName()
            + (failure.getMessage() == null ? "" : ": " + text(failure));
    console.error("internal error, no verdict: " + what);
    if (!console.verbose()) {
      console.hint("please report it with what the same command prints with -v");
    }
    return ExitCode.NO_VERDICT;
  }

  private static ExitCode unusable(Console console, String message, Optional<String> hint) {
    console.error(message);
    hint.ifPresent(console::hint);
    return ExitCode.UNUSABLE;
  }

  private static void trace(Throwable failure, Console console) {
    if (console.verbose()) {
      console.out().flush();
      failure.printStackTrace(console.err());
    }
  }

  private static String usage(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String argument = unmatched.getUnmatched().get(0);
      if (!unmatched.isUnknownOption()) {
        return "unexpected argument '" + argument + "'";
      }
      String name = argument.replaceFirst("=.*", "");
      List<String> names =
          failure.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
              .filter(n -> n.startsWith("--"))
              .toList();
      return "unknown option '" + name + "'" + Nearest.suggestion(name, names);
    }
    if (failure instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      ArgSpec argument = missing.getMissing().get(0);
      return argument instanceof OptionSpec option
          ? "option '" + option.longestName() + "' needs a value, " + option.paramLabel()
          : "missing " + argument.paramLabel();
    }
    String message = text(failure);
    return Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  /** What kept a file from being read or written, with its name. */
  static String file(IOException failure) {
    if (!(failure instanceof FileSystemException e) || e.getFile() == null) {
      return text(failure);
    }
    if (failure instanceof NoSuchFileException) {
      return e.getFile() + ": no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return e.getFile() + ": permission denied";
    }
    if (failure instanceof NotDirectoryException) {
      return e.getFile() + ": not a directory";
    }
    return e.getFile()
        + ": "
        + Optional.ofNullable(e.getReason()).orElse(e.getClass().getSimpleName());
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isEmpty() ? failure.getClass().getSimpleName() : message;
  }
}
