package ai.gentrace.otel.internal;

import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import java.util.logging.Logger;

/** Looks over the keys of a component of ours in declarative configuration. */
final class Keys {
  private static final Logger logger = Logger.getLogger(Keys.class.getName());

  private Keys() {}

  /** Warns of keys that the component does not have: they are most likely misspelt. */
  static void check(String component, DeclarativeConfigProperties properties, String... known) {
    Collection<String> unknown = new TreeSet<>(properties.getPropertyKeys());
    unknown.removeAll(Arrays.asList(known));
    if (!unknown.isEmpty()) {
      logger.warning(
          "Unknown keys of the "
              + component
              + " are ignored: "
              + String.join(", ", unknown)
              + (known.length == 0 ? "." : ". Known are " + String.join(", ", known) + "."));
    }
  }
}
