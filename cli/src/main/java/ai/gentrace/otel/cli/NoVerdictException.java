package ai.gentrace.otel.cli;

/** Something that a verdict needs cannot be had: exit 3. */
final class NoVerdictException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoVerdictException(String message) {
    super(message);
  }
}
