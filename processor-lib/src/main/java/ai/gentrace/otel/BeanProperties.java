package ai.gentrace.otel;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a class: a record's components, else its public getters, in the order of the
 * fields of the same names and then by name, so that they come in the same order on every JVM.
 */
final class BeanProperties {
  private static final ClassValue<BeanProperties> CACHE =
      new ClassValue<BeanProperties>() {
        @Override
        protected BeanProperties computeValue(Class<?> type) {
          return new BeanProperties(
              RecordComponents.isRecord(type) ? RecordComponents.of(type) : getters(type));
        }
      };

  private final List<Property> properties;

  private BeanProperties(List<Property> properties) {
    this.properties = properties;
  }

  static BeanProperties of(Class<?> type) {
    return CACHE.get(type);
  }

  boolean isEmpty() {
    return properties.isEmpty();
  }

  Iterator<JsonField> of(Object bean) {
    Iterator<Property> all = properties.iterator();
    return new Iterator<JsonField>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public JsonField next() {
        Property property = all.next();
        return new JsonField(property.name, bean) {
          @Override
          @Nullable Object read() throws Throwable {
            return property.of(bean);
          }
        };
      }
    };
  }

  /** A name and the method that returns its value. */
  static final class Property {
    private final String name;
    private final Method getter;

    Property(String name, Method getter) {
      this.name = name;
      this.getter = getter;
    }

    private @Nullable Object of(Object bean) throws Throwable {
      try {
        return getter.invoke(bean);
      } catch (InvocationTargetException e) {
        throw e.getCause() == null ? e : e.getCause();
      }
    }
  }

  private static List<Property> getters(Class<?> type) {
    Map<String, Method> byName = new LinkedHashMap<>();
    for (Method method : type.getMethods()) {
      String name = propertyName(method);
      if (name == null) {
        continue;
      }
      Method callable = callable(method, type);
      if (callable != null) {
        // Of getX and isX the same one on every JVM, whose order of methods is its own affair.
        byName.merge(name, callable, (a, b) -> a.getName().compareTo(b.getName()) <= 0 ? a : b);
      }
    }
    List<String> order = fieldNames(type);
    List<Property> properties = new ArrayList<>();
    byName.forEach((name, getter) -> properties.add(new Property(name, getter)));
    properties.sort(
        Comparator.comparingInt((Property property) -> position(order, property.name))
            .thenComparing(property -> property.name));
    return Collections.unmodifiableList(properties);
  }

  private static int position(List<String> order, String name) {
    int position = order.indexOf(name);
    return position < 0 ? Integer.MAX_VALUE : position;
  }

  private static List<String> fieldNames(Class<?> type) {
    List<String> names = new ArrayList<>();
    try {
      for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
        int inherited = 0;
        for (Field field : c.getDeclaredFields()) {
          names.add(inherited++, field.getName());
        }
      }
    } catch (LinkageError | SecurityException e) {
      // A field of a class that is not there: the names decide alone.
      names.clear();
    }
    return names;
  }

  private static @Nullable String propertyName(Method method) {
    if (Modifier.isStatic(method.getModifiers())
        || method.isBridge()
        || method.isSynthetic()
        || method.getParameterCount() > 0
        || method.getReturnType() == void.class
        || method.getDeclaringClass() == Object.class) {
      return null;
    }
    Class<?> type = method.getReturnType();
    String name = method.getName();
    if (name.startsWith("get")) {
      return decapitalized(name.substring(3));
    }
    boolean isBoolean = type == boolean.class || type == Boolean.class;
    return isBoolean && name.startsWith("is") ? decapitalized(name.substring(2)) : null;
  }

  /** As the JavaBeans specification has it: URL stays URL. Null for what is no property's name. */
  private static @Nullable String decapitalized(String name) {
    if (name.isEmpty() || Character.isLowerCase(name.charAt(0))) {
      return null;
    }
    if (name.length() > 1 && Character.isUpperCase(name.charAt(1))) {
      return name;
    }
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** Returns the method in a form that may be called from here, null if there is none. */
  static @Nullable Method callable(Method method, Class<?> type) {
    try {
      method.setAccessible(true);
      return method;
    } catch (RuntimeException e) {
      // Its module keeps it closed; an interface that declares it may still be open.
      return declaredByInterface(method.getName(), type);
    }
  }

  private static @Nullable Method declaredByInterface(String getter, Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Class<?> candidate : c.getInterfaces()) {
        try {
          Method method = candidate.getMethod(getter);
          method.setAccessible(true);
          return method;
        } catch (NoSuchMethodException | RuntimeException e) {
          // Not this one.
        }
      }
    }
    return null;
  }
}
