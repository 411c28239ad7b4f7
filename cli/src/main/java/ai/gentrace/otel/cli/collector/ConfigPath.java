package ai.gentrace.otel.cli.collector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way of keys from a document's top to the config in it; empty for a plain config.
 *
 * @param keys as they stand in the file, without quotes
 */
public record ConfigPath(List<String> keys) {
  /** The document's top. */
  public static final ConfigPath ROOT = new ConfigPath(List.of());

  public ConfigPath {
    keys = List.copyOf(keys);
  }

  /**
   * Reads {@code a.b."c.d"}; null where a quote is not closed, a key is empty, or text stands
   * behind a closing quote.
   */
  public static @Nullable ConfigPath parse(String text) {
    List<String> keys = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int end;
      if (text.startsWith("\"", at)) {
        int close = text.indexOf('"', at + 1);
        if (close < 0) {
          return null;
        }
        keys.add(text.substring(at + 1, close));
        end = close + 1;
      } else {
        int dot = text.indexOf('.', at);
        end = dot < 0 ? text.length() : dot;
        keys.add(text.substring(at, end));
      }
      boolean separated = end == text.length() || text.charAt(end) == '.';
      if (!separated || keys.get(keys.size() - 1).isEmpty()) {
        return null;
      }
      at = end + 1;
    }
    return new ConfigPath(keys);
  }

  /** A longer way. */
  public ConfigPath then(String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return new ConfigPath(longer);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return keys.stream()
        .map(key -> key.contains(".") || key.contains("\"") ? '"' + key + '"' : key)
        .collect(Collectors.joining("."));
  }
}
