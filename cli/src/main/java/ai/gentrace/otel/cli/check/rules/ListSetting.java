package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Nearest;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import java.util.List;

/** Settings that take several values: lists of strings, maps or conditions, and headers. */
final class ListSetting {
  private ListSetting() {}

  static void maps(Setting setting, Findings findings) {
    if (!(setting.value() instanceof ListValue list)) {
      takes("a list", setting, findings);
      return;
    }
    for (Value item : list.items()) {
      if (!(item instanceof MapValue) && !item.isNull() && !item.isExpression()) {
        findings.add(
            item.place(),
            "`" + setting.key() + "` takes maps, and this is " + item.kind() + ".",
            "");
      }
    }
  }

  /** A list; a single string stands for a list of one, or of several with commas. */
  static void strings(Setting setting, Findings findings) {
    if (setting.value() instanceof ScalarValue scalar && scalar.type() == ScalarType.STRING) {
      return;
    }
    if (!(setting.value() instanceof ListValue list)) {
      takes("a list", setting, findings);
      return;
    }
    for (Value item : list.items()) {
      ScalarSetting.fits(setting, item, "strings", findings, ScalarType.STRING);
    }
  }

  /** A map of strings, or a list of maps with name and value. */
  static void headers(Setting setting, Findings findings) {
    if (setting.value() instanceof MapValue map) {
      for (Setting header : map.settings()) {
        ScalarSetting.fits(header, header.value(), "a string", findings, ScalarType.STRING);
      }
    } else if (setting.value() instanceof ListValue list) {
      for (Value item : list.items()) {
        if (!(item instanceof MapValue) && !item.isNull()) {
          findings.add(
              item.place(),
              "A header is a map with `name` and `value` here, and this is " + item.kind() + ".",
              "");
        }
      }
    } else {
      takes("a map", setting, findings);
    }
  }

  static void conditions(Setting setting, Findings findings) {
    if (!(setting.value() instanceof ListValue list)) {
      takes("a list", setting, findings);
      return;
    }
    for (Value item : list.items()) {
      if (item instanceof MapValue group) {
        group(group, findings);
      } else if (!item.isNull()) {
        ScalarSetting.fits(setting, item, "conditions as strings", findings, ScalarType.STRING);
      }
    }
  }

  private static void group(MapValue group, Findings findings) {
    for (Setting setting : group.settings()) {
      switch (setting.key()) {
        case "conditions" -> {
          if (!setting.value().isNull() && !setting.value().isExpression()) {
            strings(setting, findings);
          }
        }
        case "error_mode" -> ScalarSetting.word(setting, "~ignore|propagate|silent", findings);
        case "context" -> {
          if (setting.value() instanceof ScalarValue text
              && !ScalarSetting.isOpen(text)
              && !text.isNull()
              && SpanFilter.context(text.text()) == null) {
            findings.add(
                text.place(),
                "There is no context `" + text.text() + "`.",
                "For spans there are resource, scope, span and spanevent.");
          }
        }
        default ->
            findings.add(
                setting.keyPlace(),
                "A group of conditions has no setting `" + setting.key() + "`.",
                Nearest.to(setting.key(), List.of("context", "conditions", "error_mode"))
                    .map(nearest -> "Did you mean `" + nearest + "`?")
                    .orElse(""));
      }
    }
  }

  private static void takes(String wanted, Setting setting, Findings findings) {
    findings.add(
        setting.value().place(),
        "`" + setting.key() + "` takes " + wanted + ", and this is " + setting.value().kind() + ".",
        "");
  }
}
