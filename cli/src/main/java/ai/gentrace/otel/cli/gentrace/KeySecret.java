package ai.gentrace.otel.cli.gentrace;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes Secret that holds the API key.
 *
 * @param name of the Secret
 * @param key in it
 */
public record KeySecret(String name, String key) {
  /** What Kubernetes takes as a Secret's name. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,253}");

  /** Reads {@code NAME/KEY}; null if it is none. */
  public static @Nullable KeySecret parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return null;
    }
    KeySecret secret = new KeySecret(text.substring(0, slash), text.substring(slash + 1));
    return NAME.matcher(secret.name).matches() && KEY.matcher(secret.key).matches() ? secret : null;
  }
}
