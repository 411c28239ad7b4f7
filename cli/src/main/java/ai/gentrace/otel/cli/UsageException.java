package ai.gentrace.otel.cli;

import java.util.Optional;

/**
 * The user asked for something that cannot be done as asked: exit 2, one line, and what to do
 * instead.
 */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String hint;

  UsageException(String message) {
    this(message, "");
  }

  UsageException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  Optional<String> hint() {
    return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
  }
}
