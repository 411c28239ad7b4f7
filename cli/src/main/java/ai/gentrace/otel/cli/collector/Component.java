package ai.gentrace.otel.cli.collector;

import org.jspecify.annotations.Nullable;

/**
 * A component that a section defines.
 *
 * @param setting its key and body
 */
public record Component(ComponentKind kind, ComponentId id, Setting setting) {
  /** Its body: mostly a map or null. */
  public Value body() {
    return setting.value();
  }

  /** The setting at the end of a way of keys in its body, or null. */
  public @Nullable Setting find(String first, String... rest) {
    MapValue map = body().asMap();
    return map == null ? null : map.find(first, rest);
  }

  /**
   * The scalar at the end of a way of keys in its body; null where there is none, or where null
   * stands.
   */
  public @Nullable ScalarValue scalar(String first, String... rest) {
    Setting setting = find(first, rest);
    return setting != null && setting.value() instanceof ScalarValue scalar && !scalar.isNull()
        ? scalar
        : null;
  }
}
