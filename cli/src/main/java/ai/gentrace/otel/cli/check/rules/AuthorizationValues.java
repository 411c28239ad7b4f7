package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.gentrace.AuthorizationHeader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Authorization headers of the exporters to Gentrace. */
final class AuthorizationValues {
  private AuthorizationValues() {}

  /** The header's place for the editor; null where it stands in a list or in another file. */
  static ai.gentrace.otel.cli.yaml.edit.@Nullable Place place(Subject subject, Component exporter) {
    Setting headers = exporter.find("headers");
    Setting header = AuthorizationHeader.of(exporter);
    return headers == null || headers.value().asMap() == null || header == null
        ? null
        : Edits.place(
            subject,
            header.keyPlace(),
            ComponentKind.EXPORTER.section(),
            exporter.setting().key(),
            "headers",
            header.key());
  }

  /** Their values, in the order of the exporters. */
  static List<ScalarValue> of(Subject subject) {
    List<ScalarValue> values = new ArrayList<>();
    for (Component exporter : subject.path().exporters()) {
      ScalarValue value = AuthorizationHeader.value(exporter);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
