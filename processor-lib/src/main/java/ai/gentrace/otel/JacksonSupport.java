package ai.gentrace.otel;

import org.jspecify.annotations.Nullable;

/** The way to Jackson 2, which is optional: nothing here names its classes. */
final class JacksonSupport {
  private static final @Nullable JacksonJson JACKSON = find();

  private JacksonSupport() {}

  private static @Nullable JacksonJson find() {
    try {
      return new JacksonJson();
    } catch (Throwable e) {
      // Not on the class path, or not in a form that we know: annotations are not looked at.
      return null;
    }
  }

  /** Whether the value is a Jackson tree, which is plain data though it can be iterated. */
  static boolean isTree(Object value) {
    return JACKSON != null && JACKSON.isTree(value);
  }

  /** Whether Jackson's annotations have a say in how the value is written. */
  static boolean handles(Object value) {
    return JACKSON != null && JACKSON.isAnnotated(value.getClass());
  }

  static boolean write(Object value, JsonWriter writer, JsonRoom room) throws Throwable {
    return JACKSON != null && JACKSON.write(value, writer, room);
  }
}
