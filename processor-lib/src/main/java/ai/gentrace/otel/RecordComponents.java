package ai.gentrace.otel;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of records, asked for by name: the library is compiled for Java 8. */
final class RecordComponents {
  // Since Java 16.
  private static final @Nullable Method GET_COMPONENTS = method(Class.class, "getRecordComponents");

  private RecordComponents() {}

  static boolean isRecord(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return GET_COMPONENTS != null && parent != null && parent.getName().equals("java.lang.Record");
  }

  static List<BeanProperties.Property> of(Class<?> record) {
    List<BeanProperties.Property> properties = new ArrayList<>();
    try {
      Object components = GET_COMPONENTS == null ? null : GET_COMPONENTS.invoke(record);
      for (int i = 0; components != null && i < Array.getLength(components); i++) {
        Object component = Array.get(components, i);
        Class<?> type = component.getClass();
        String name = (String) type.getMethod("getName").invoke(component);
        Method accessor = (Method) type.getMethod("getAccessor").invoke(component);
        Method callable = accessor == null ? null : BeanProperties.callable(accessor, record);
        if (callable != null) {
          properties.add(new BeanProperties.Property(name, callable));
        }
      }
    } catch (ReflectiveOperationException e) {
      return Collections.emptyList();
    }
    return Collections.unmodifiableList(properties);
  }

  private static @Nullable Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
