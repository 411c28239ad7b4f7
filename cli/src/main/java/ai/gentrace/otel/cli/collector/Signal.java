package ai.gentrace.otel.cli.collector;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What flows through a pipeline. */
public enum Signal {
  TRACES,
  METRICS,
  LOGS,
  PROFILES;

  /** The signal that a pipeline's key names, or null; upper case is none. */
  public static @Nullable Signal of(String text) {
    for (Signal signal : values()) {
      if (signal.key().equals(text)) {
        return signal;
      }
    }
    return null;
  }

  /** As it stands in a pipeline's key. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
