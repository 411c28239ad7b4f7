package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a part in a file differs from its template.
 *
 * @param place in the file: the value that differs, or for something missing the map that lacks it
 * @param path the keys to it from the config's top, joined by dots
 * @param template what the template has; null if nothing
 * @param actual what the file has; null if nothing
 */
public record Difference(
    Place place, String path, @Nullable Value template, @Nullable Value actual) {
  private static final int MAX_LENGTH = 60;

  /** The difference in words, without its place. A value that may be a secret is not shown. */
  @Override
  public String toString() {
    if (actual == null) {
      return path + " is missing (template: " + show(template) + ")";
    }
    return template == null
        ? path + ": " + show(actual) + " (not in the template)"
        : path + ": " + show(actual) + " (template: " + show(template) + ")";
  }

  private String show(@Nullable Value value) {
    if (path.contains("headers")
        && value instanceof ScalarValue scalar
        && !scalar.holdsExpression()) {
      return "(a text that is not shown)";
    }
    String text = text(value);
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
  }

  private static String text(@Nullable Value value) {
    if (value instanceof MapValue map) {
      return map.settings().stream()
          .map(setting -> setting.key() + ": " + hidden(setting))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof ListValue list) {
      return list.items().stream()
          .map(Difference::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof ScalarValue scalar && !scalar.isNull() ? scalar.text() : "nothing";
  }

  private static String hidden(Setting setting) {
    return setting.key().equals("headers") ? "..." : text(setting.value());
  }
}
