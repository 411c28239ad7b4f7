package ai.gentrace.otel.cli.collector;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One of the published builds of the collector. */
public enum Distribution {
  CORE,
  CONTRIB,
  K8S;

  /** The distribution called so on the command line, or null. */
  public static @Nullable Distribution of(String text) {
    for (Distribution distribution : values()) {
      if (distribution.key().equals(text)) {
        return distribution;
      }
    }
    return null;
  }

  /** As on the command line: {@code core}, {@code contrib}, {@code k8s}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
