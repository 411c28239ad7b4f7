package ai.gentrace.otel.cli.collector;

import org.jspecify.annotations.Nullable;

/**
 * A value as the collector reads it: aliases and {@code <<} resolved, keys with {@code ::} taken
 * apart, several files merged. Each value keeps the place where it is written; one written once and
 * aliased often is one object. Immutable. Environment variables are not expanded.
 */
public sealed interface Value permits MapValue, ListValue, ScalarValue {
  /** Where the value is written; of an aliased one where its anchor stands. */
  Place place();

  /** This value as a map, or null if it is none. */
  default @Nullable MapValue asMap() {
    return this instanceof MapValue map ? map : null;
  }

  /** This value as a list, or null if it is none. */
  default @Nullable ListValue asList() {
    return this instanceof ListValue list ? list : null;
  }

  /** This value as a scalar, or null if it is none; null itself is a scalar. */
  default @Nullable ScalarValue asScalar() {
    return this instanceof ScalarValue scalar ? scalar : null;
  }

  /** Whether this is null: nothing at all, {@code ~} or {@code null}. */
  default boolean isNull() {
    return this instanceof ScalarValue scalar && scalar.type() == ScalarType.NULL;
  }

  /**
   * Whether what stands here comes whole from elsewhere ({@code ${env:X}}, {@code ${file:x}}), so
   * that nobody knows its type before the collector starts.
   */
  default boolean isExpression() {
    return this instanceof ScalarValue scalar && scalar.isWholeExpression();
  }

  /** "a map", "a list", "a string" and so on, for messages. */
  default String kind() {
    if (this instanceof MapValue) {
      return "a map";
    }
    return this instanceof ScalarValue scalar ? scalar.type().noun() : "a list";
  }
}
