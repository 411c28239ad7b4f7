package ai.gentrace.otel;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Finds out whether a class carries annotations of Jackson, on itself, a member or above it. */
final class JacksonAnnotations {
  private static final ClassValue<Boolean> PRESENT =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return scan(type);
        }
      };

  private JacksonAnnotations() {}

  static boolean arePresentOn(Class<?> type) {
    return PRESENT.get(type);
  }

  private static boolean scan(Class<?> type) {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      if (c.getName().startsWith("java.")) {
        break;
      }
      if (isAnnotated(c) || membersAreAnnotated(c)) {
        return true;
      }
      for (Class<?> inherited : c.getInterfaces()) {
        if (arePresentOn(inherited)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean membersAreAnnotated(Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (isAnnotated(field)) {
        return true;
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      // The type of a property may ask to be left out wherever it stands.
      if (isAnnotated(method) || method.getReturnType().isAnnotationPresent(JsonIgnoreType.class)) {
        return true;
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isAnnotated(constructor)) {
        return true;
      }
      for (Annotation[] parameter : constructor.getParameterAnnotations()) {
        if (areOfJackson(parameter)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAnnotated(AnnotatedElement element) {
    return areOfJackson(element.getDeclaredAnnotations());
  }

  private static boolean areOfJackson(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      Class<?> type = annotation.annotationType();
      if (type.isAnnotationPresent(JacksonAnnotation.class)
          || type.isAnnotationPresent(JacksonAnnotationsInside.class)) {
        return true;
      }
    }
    return false;
  }
}
