package ai.gentrace.otel;

/**
 * A body that returns nothing and may throw a checked exception.
 *
 * @param <E> what it throws
 */
@FunctionalInterface
public interface ThrowingRunnable<E extends Throwable> {
  /**
   * Runs the body.
   *
   * @throws E as the body likes
   */
  void run() throws E;
}
