package ai.gentrace.otel.cli.run.doctor;

/**
 * What became of a look at something that may not answer.
 *
 * @param <T> what was looked for
 */
sealed interface Observation<T> {
  /** It was seen. */
  record Seen<T>(T value) implements Observation<T> {}

  /**
   * It was not.
   *
   * @param reason why, in words that follow what was looked at
   */
  record Unseen<T>(String reason) implements Observation<T> {}
}
