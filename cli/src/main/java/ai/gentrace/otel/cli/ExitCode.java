package ai.gentrace.otel.cli;

/** What the process ends with; scripts rely on these four numbers and on no others. */
public enum ExitCode {
  /** Done, or nothing to do, or no finding at or above the threshold. */
  DONE(0),
  /** There are findings, the file would change, a proof failed, a step failed. */
  FINDINGS(1),
  /** Wrong usage, or an input that cannot be handled and was left untouched. */
  UNUSABLE(2),
  /** No verdict: an internal error, nothing to run, nobody answers. Never a success. */
  NO_VERDICT(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number that the operating system sees. */
  public int number() {
    return number;
  }
}
