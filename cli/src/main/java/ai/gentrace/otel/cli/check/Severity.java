package ai.gentrace.otel.cli.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How bad a finding is, from the mildest on. */
public enum Severity {
  /** Worth knowing. */
  INFO,
  /** Probably not meant. */
  WARNING,
  /** It does not work, it leaks, or it hurts other backends. */
  ERROR;

  /** The level called so on the command line, or null. */
  public static @Nullable Severity of(String text) {
    for (Severity severity : values()) {
      if (severity.key().equals(text)) {
        return severity;
      }
    }
    return null;
  }

  /** As on the command line: {@code info}, {@code warning}, {@code error}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this is at least as bad. */
  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
