package ai.gentrace.otel.cli.run.exporter;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Header values without their secrets. */
public final class AuthorizationHeader {
  /** The header's name. */
  public static final String NAME = "Authorization";

  /** What stands in for a key. */
  public static final String DUMMY = "dummy-key";

  private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)(\\S.*)");

  private AuthorizationHeader() {}

  /** An exporter's own header, in the map or the list form; null without one. */
  public static @Nullable Setting setting(Component exporter) {
    Setting headers = exporter.find("headers");
    if (headers != null && headers.value() instanceof MapValue map) {
      for (Setting header : map.settings()) {
        if (header.key().equalsIgnoreCase(NAME)) {
          return header;
        }
      }
    }
    if (headers != null && headers.value() instanceof ListValue list) {
      for (Value item : list.items()) {
        MapValue map = item.asMap();
        Setting name = map == null ? null : map.get("name");
        if (map != null
            && name != null
            && name.value() instanceof ScalarValue text
            && text.text().equalsIgnoreCase(NAME)) {
          return map.get("value");
        }
      }
    }
    return null;
  }

  /** Whether a value comes whole from a variable that holds more than the key. */
  public static boolean isForeignVariable(Value value, String keyVariable) {
    return value instanceof ScalarValue scalar
        && scalar.isWholeExpression()
        && Expression.in(scalar.text()).stream().noneMatch(e -> e.name().equals(keyVariable));
  }

  /**
   * The value that a run sends: the user's own text with a dummy in the place of each variable and
   * of a key that is written out.
   */
  public static String dummy(String name, Value value) {
    if (!(value instanceof ScalarValue scalar) || !name.equalsIgnoreCase(NAME)) {
      return DUMMY;
    }
    String text = Expression.replace(scalar.text(), expression -> DUMMY);
    if (text.contains(DUMMY) || text.contains("$")) {
      return text;
    }
    Matcher bearer = BEARER.matcher(text);
    if (bearer.matches()) {
      return bearer.group(1) + DUMMY;
    }
    return text.isBlank() || text.strip().equalsIgnoreCase("bearer") ? text : DUMMY;
  }
}
