package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Authorization header of an exporter, however it is written. */
final class AuthorizationHeader {
  private static final String NAME = "Authorization";
  private static final String VALUE = "value";

  private AuthorizationHeader() {}

  /** Its value in an HTTP exporter's {@code headers}, or null; null too where it is no scalar. */
  static @Nullable ScalarValue of(Component exporter) {
    Setting headers = exporter.find("headers");
    if (headers == null) {
      return null;
    }
    if (headers.value() instanceof MapValue map) {
      for (Setting header : map.settings()) {
        if (header.key().equalsIgnoreCase(NAME)) {
          return header.value().asScalar();
        }
      }
    }
    ListValue list = headers.value().asList();
    for (Value item : list == null ? List.<Value>of() : list.items()) {
      MapValue header = item.asMap();
      Setting name = header == null ? null : header.get("name");
      Setting value = header == null ? null : header.get(VALUE);
      if (name != null
          && value != null
          && name.value() instanceof ScalarValue text
          && text.text().equalsIgnoreCase(NAME)) {
        return value.value().asScalar();
      }
    }
    return null;
  }

  /** Its place for the editor; null where it stands in a list or in another file. */
  static ai.gentrace.otel.cli.yaml.edit.@Nullable Place place(Subject subject, Component exporter) {
    Setting headers = exporter.find("headers");
    MapValue map = headers == null ? null : headers.value().asMap();
    for (Setting header : map == null ? List.<Setting>of() : map.settings()) {
      if (header.key().equalsIgnoreCase(NAME)) {
        return Edits.place(
            subject,
            header.keyPlace(),
            ComponentKind.EXPORTER.section(),
            exporter.setting().key(),
            "headers",
            header.key());
      }
    }
    return null;
  }

  /** The values in all exporters to Gentrace. */
  static List<ScalarValue> values(Subject subject) {
    List<ScalarValue> values = new ArrayList<>();
    for (Component exporter : subject.path().exporters()) {
      ScalarValue value = of(exporter);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** Whether the value comes whole from a variable that is not the key's, so that nobody knows. */
  static boolean isForeign(Subject subject, ScalarValue value) {
    String key = Pattern.quote(subject.keyVariable());
    return value.isWholeExpression()
        && !value.text().matches("\\$\\{(env:)?" + key + "(:-[^}]*)?\\}");
  }
}
