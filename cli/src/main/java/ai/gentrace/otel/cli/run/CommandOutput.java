package ai.gentrace.otel.cli.run;

/**
 * What a command left behind.
 *
 * @param exitCode its exit code
 * @param output standard output and standard error, as they came
 */
public record CommandOutput(int exitCode, String output) {
  /** Returns whether the exit code is 0. */
  public boolean succeeded() {
    return exitCode == 0;
  }
}
