package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import java.util.regex.Pattern;
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

  private static final Pattern MAY_BE_SECRET =
      Pattern.compile("(?i)headers|auth|key|token|secret|passw|credential|pem|cookie");

  /** Who asks in a URL, and what for. */
  private static final Pattern IN_URL = Pattern.compile("(?<=://)[^/\\s]*(?=@)|(?<=\\?)\\S+");

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
    String text = text(value, MAY_BE_SECRET.matcher(path).find());
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
  }

  private static String text(@Nullable Value value, boolean secret) {
    if (value instanceof MapValue map) {
      return map.settings().stream()
          .map(setting -> setting.key() + ": " + text(setting, secret))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof ListValue list) {
      return list.items().stream()
          .map(item -> text(item, secret))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (!(value instanceof ScalarValue scalar) || scalar.isNull()) {
      return "nothing";
    }
    return secret && !scalar.holdsExpression()
        ? "(a text that is not shown)"
        : IN_URL.matcher(scalar.text()).replaceAll("...");
  }

  private static String text(Setting setting, boolean secret) {
    return text(setting.value(), secret || MAY_BE_SECRET.matcher(setting.key()).find());
  }
}
