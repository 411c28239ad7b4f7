package ai.gentrace.otel;

import org.jspecify.annotations.Nullable;

/**
 * Decides what is written of an argument or a result: the value itself, a redacted form of it, or a
 * {@code Map} for a type of your own. It must be thread-safe.
 */
@FunctionalInterface
public interface ContentMapper {
  /**
   * Returns what to write in place of {@code value}; null is written as {@code null}.
   *
   * @param name the argument's name, or {@code output} for a result and for each item of an
   *     iterator or a stream
   * @param value the argument or result, null where it is null
   * @return what to write
   * @throws Exception as it likes: then {@code [Unserializable: <class>]} is written, never the
   *     value
   */
  @Nullable Object map(String name, @Nullable Object value) throws Exception;
}
