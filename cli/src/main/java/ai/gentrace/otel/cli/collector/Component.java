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
}
