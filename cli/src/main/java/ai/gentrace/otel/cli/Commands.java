package ai.gentrace.otel.cli;

import java.util.List;
import java.util.Optional;

/**
 * All commands, in the order in which a new user meets them.
 *
 * <p>Only the chosen one is created: each of the others would cost its classes at every start.
 */
final class Commands {
  /**
   * What help and completion say about a command without creating it.
   *
   * @param name as typed
   * @param summary one line, without a full stop
   */
  record Entry(String name, String summary) {}

  static final List<Entry> ALL =
      List.of(
          new Entry("init", "Write a config for Gentrace, or add to one with --merge"),
          new Entry("remove", "Take out what init --merge put in"),
          new Entry("validate", "Check configs: what is wrong, where, how to repair it"),
          new Entry("verify", "Prove on a real collector what a config does"),
          new Entry("doctor", "Find out why no spans appear in Gentrace"),
          new Entry("graph", "Draw the pipelines of a collector config"),
          new Entry("explain", "Explain a rule of validate"),
          new Entry("completion", "Print a completion script for a shell"),
          new Entry("manual", "Print the manual page"));

  private Commands() {}

  static Optional<Entry> find(String name) {
    for (Entry entry : ALL) {
      if (entry.name().equals(name)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** A new instance of a command of {@link #ALL}. */
  static Command create(String name) {
    return switch (name) {
      case "init" -> new InitCommand();
      case "remove" -> new RemoveCommand();
      case "validate" -> new ValidateCommand();
      case "verify" -> new VerifyCommand();
      case "doctor" -> new DoctorCommand();
      case "graph" -> new GraphCommand();
      case "explain" -> new ExplainCommand();
      case "completion" -> new CompletionCommand();
      case "manual" -> new ManualCommand();
      default -> throw new IllegalArgumentException("no such command: " + name);
    };
  }
}
