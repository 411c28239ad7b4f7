package ai.gentrace.otel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A setting of the process: a system property, else the environment variable of that name. */
enum Setting {
  API_KEY("gentrace.api.key"),
  BASE_URL("gentrace.base.url"),
  COMPRESSION("gentrace.compression"),
  CAPTURE_CONTENT("gentrace.capture.content"),
  MAX_CONTENT_LENGTH("gentrace.max.content.length");

  private final String property;

  Setting(String property) {
    this.property = property;
  }

  /** Returns the trimmed value, or null where neither place has one that is not blank. */
  @Nullable String read() {
    try {
      String fromProperty = trimmed(System.getProperty(property));
      return fromProperty != null ? fromProperty : trimmed(System.getenv(variable()));
    } catch (SecurityException e) {
      return null;
    }
  }

  private String variable() {
    return property.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  private static @Nullable String trimmed(@Nullable String value) {
    String trimmed = value == null ? "" : value.trim();
    return trimmed.isEmpty() ? null : trimmed;
  }

  /** Both names, as messages show them. */
  @Override
  public String toString() {
    return property + " (environment: " + variable() + ")";
  }
}
