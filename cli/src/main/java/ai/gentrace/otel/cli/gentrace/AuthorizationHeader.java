package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header that brings the API key, as an exporter's {@code headers} hold it. */
public final class AuthorizationHeader {
  /** The header's name; exporters take it in any case. */
  public static final String NAME = "Authorization";

  private AuthorizationHeader() {}

  /**
   * The header among those that an exporter adds: an entry of the map, or the {@code value} of the
   * list's item with that {@code name}. Null without one.
   */
  public static @Nullable Setting of(Component exporter) {
    Setting headers = exporter.find("headers");
    MapValue map = headers == null ? null : headers.value().asMap();
    for (Setting header : map == null ? List.<Setting>of() : map.settings()) {
      if (header.key().equalsIgnoreCase(NAME)) {
        return header;
      }
    }
    ListValue list = headers == null ? null : headers.value().asList();
    for (Value item : list == null ? List.<Value>of() : list.items()) {
      MapValue header = item.asMap();
      Setting name = header == null ? null : header.get("name");
      Setting value = header == null ? null : header.get("value");
      if (name != null
          && value != null
          && name.value() instanceof ScalarValue text
          && text.text().equalsIgnoreCase(NAME)) {
        return value;
      }
    }
    return null;
  }

  /** The header's value; null without one, and where it is no scalar. */
  public static @Nullable ScalarValue value(Component exporter) {
    Setting header = of(exporter);
    return header == null ? null : header.value().asScalar();
  }

  /**
   * Whether a value comes whole from a variable that is not the key's: it may bring the scheme too,
   * and nobody knows before the collector starts.
   */
  public static boolean isForeign(ScalarValue value, String keyVariable) {
    return value.isWholeExpression()
        && !value.text().matches("\\$\\{(env:)?" + Pattern.quote(keyVariable) + "(:-[^}]*)?\\}");
  }
}
