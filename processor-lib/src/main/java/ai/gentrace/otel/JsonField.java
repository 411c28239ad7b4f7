package ai.gentrace.otel;

import org.jspecify.annotations.Nullable;

/** A name and a value that is read when it is written; reading runs code of the application. */
abstract class JsonField {
  private final Object name;
  private final @Nullable Object owner;

  /**
   * Creates a field.
   *
   * @param name its name, by {@code String.valueOf}
   * @param owner whose class is named if {@link #read()} throws
   */
  JsonField(@Nullable Object name, @Nullable Object owner) {
    this.name = name == null ? "null" : name;
    this.owner = owner;
  }

  final String name() {
    try {
      return String.valueOf(name);
    } catch (Throwable e) {
      return JsonWriter.unserializable(name);
    }
  }

  final @Nullable Object owner() {
    return owner;
  }

  abstract @Nullable Object read() throws Throwable;
}
