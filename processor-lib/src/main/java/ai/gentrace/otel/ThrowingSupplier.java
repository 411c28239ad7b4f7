package ai.gentrace.otel;

/**
 * A body that returns a result and may throw a checked exception.
 *
 * @param <T> what it returns
 * @param <E> what it throws
 */
@FunctionalInterface
public interface ThrowingSupplier<T, E extends Throwable> {
  /**
   * Returns the result; null is one.
   *
   * @return the result, which may be null
   * @throws E as the body likes
   */
  T get() throws E;
}
