package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Nearest;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values against the types of {@link SettingSchema}, as the collector decodes them. */
final class SettingValue {
  private static final Set<String> PLAIN_UNITS = Set.of("ms", "s", "m", "h");
  private static final LazyPattern DURATION =
      LazyPattern.of("[-+]?(0|(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)");

  private SettingValue() {}

  /** Adds a finding where a value is not of its type. */
  static void check(Setting setting, String type, Findings findings) {
    Value value = setting.value();
    switch (type) {
      case "any" -> {}
      case "string" -> scalar(setting, value, "a string", findings, ScalarType.STRING);
      case "id" -> id(setting, findings);
      case "uint" -> {
        boolean number =
            scalar(setting, value, "a number", findings, ScalarType.INT, ScalarType.FLOAT);
        if (number && value instanceof ScalarValue text && text.text().startsWith("-")) {
          findings.add(value.place(), "`" + setting.key() + "` must not be negative.", "");
        }
      }
      case "maps" -> maps(setting, findings);
      case "bool" -> scalar(setting, value, "true or false", findings, ScalarType.BOOL);
      case "int" -> scalar(setting, value, "a number", findings, ScalarType.INT, ScalarType.FLOAT);
      case "number" ->
          scalar(setting, value, "a number", findings, ScalarType.INT, ScalarType.FLOAT);
      case "duration" -> duration(setting, findings);
      case "strings" -> strings(setting, findings);
      case "headers" -> headers(setting, findings);
      case "conditions" -> conditions(setting, findings);
      default -> word(setting, type, findings);
    }
  }

  private static boolean scalar(
      Setting setting, Value value, String wanted, Findings findings, ScalarType... types) {
    if (value.isNull() || (value instanceof ScalarValue text && isOpen(text))) {
      return true;
    }
    boolean fits = value instanceof ScalarValue scalar && List.of(types).contains(scalar.type());
    if (!fits) {
      findings.add(
          value.place(),
          "`" + setting.key() + "` takes " + wanted + ", and this is " + value.kind() + ".",
          hint(value, types));
    }
    return fits;
  }

  private static boolean isDuration(String text) {
    int digits = 0;
    while (digits < text.length() && '0' <= text.charAt(digits) && text.charAt(digits) <= '9') {
      digits++;
    }
    // What almost every duration is, told without the pattern that tells it of any text.
    boolean plain = digits > 0 && PLAIN_UNITS.contains(text.substring(digits));
    return plain || DURATION.matcher(text).matches();
  }

  private static String hint(Value value, ScalarType... types) {
    if (!(value instanceof ScalarValue scalar)) {
      return "";
    }
    boolean text = scalar.type() == ScalarType.STRING;
    if (types[0] == ScalarType.STRING) {
      return "Put it in quotes.";
    }
    boolean quoted =
        text && !scalar.place().source().text(scalar.place().extent()).equals(scalar.text());
    return quoted ? "Write it without quotes." : "";
  }

  private static void duration(Setting setting, Findings findings) {
    if (!scalar(
        setting,
        setting.value(),
        "a duration such as 30s",
        findings,
        ScalarType.STRING,
        ScalarType.INT,
        ScalarType.FLOAT)) {
      return;
    }
    if (!(setting.value() instanceof ScalarValue scalar) || isOpen(scalar)) {
      return;
    }
    String text = scalar.text();
    if (scalar.type() == ScalarType.STRING && !isDuration(text)) {
      findings.add(
          scalar.place(),
          "`" + text + "` is no duration.",
          text.matches("[0-9.]+")
              ? "Add a unit, such as " + text + "s."
              : "Write it like 30s, 500ms or 1m30s.");
    } else if (scalar.type() != ScalarType.STRING && !text.matches("[-+]?0+(\\.0*)?")) {
      findings.add(
          Severity.WARNING,
          scalar.place(),
          "Without a unit this means " + text + " nanoseconds.",
          "Write " + text + "s if seconds are meant.",
          null);
    }
  }

  private static void id(Setting setting, Findings findings) {
    boolean text =
        setting.value() instanceof ScalarValue
            && scalar(setting, setting.value(), "an id", findings, ScalarType.STRING);
    if (text
        && setting.value() instanceof ScalarValue scalar
        && !scalar.isNull()
        && !isOpen(scalar)) {
      String problem = ComponentId.of(scalar.text()).problem();
      if (problem != null) {
        findings.add(scalar.place(), "`" + scalar.text() + "` is no id.", problem);
      }
    }
  }

  private static void maps(Setting setting, Findings findings) {
    if (!(setting.value() instanceof ListValue list)) {
      findings.add(
          setting.value().place(),
          "`" + setting.key() + "` takes a list, and this is " + setting.value().kind() + ".",
          "");
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
  private static void strings(Setting setting, Findings findings) {
    if (setting.value() instanceof ScalarValue scalar && scalar.type() == ScalarType.STRING) {
      return;
    }
    if (!(setting.value() instanceof ListValue list)) {
      findings.add(
          setting.value().place(),
          "`" + setting.key() + "` takes a list, and this is " + setting.value().kind() + ".",
          "");
      return;
    }
    for (Value item : list.items()) {
      scalar(setting, item, "strings", findings, ScalarType.STRING);
    }
  }

  /** A map of strings, or a list of maps with name and value. */
  private static void headers(Setting setting, Findings findings) {
    if (setting.value() instanceof MapValue map) {
      for (Setting header : map.settings()) {
        scalar(header, header.value(), "a string", findings, ScalarType.STRING);
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
      findings.add(
          setting.value().place(),
          "`" + setting.key() + "` takes a map, and this is " + setting.value().kind() + ".",
          "");
    }
  }

  private static void conditions(Setting setting, Findings findings) {
    if (!(setting.value() instanceof ListValue list)) {
      findings.add(
          setting.value().place(),
          "`" + setting.key() + "` takes a list, and this is " + setting.value().kind() + ".",
          "");
      return;
    }
    for (Value item : list.items()) {
      if (item instanceof MapValue group) {
        group(group, findings);
      } else if (!item.isNull()) {
        scalar(setting, item, "conditions as strings", findings, ScalarType.STRING);
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
        case "error_mode" -> word(setting, "~ignore|propagate|silent", findings);
        case "context" -> {
          if (setting.value() instanceof ScalarValue text
              && !isOpen(text)
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

  /** One of some words; with a tilde first in any case. */
  private static void word(Setting setting, String type, Findings findings) {
    if (!scalar(setting, setting.value(), "a word", findings, ScalarType.STRING)
        || !(setting.value() instanceof ScalarValue scalar)
        || scalar.isNull()
        || isOpen(scalar)) {
      return;
    }
    boolean anyCase = type.startsWith("~");
    List<String> words = List.of((anyCase ? type.substring(1) : type).split("\\|", -1));
    String text = anyCase ? scalar.text().toLowerCase(Locale.ROOT) : scalar.text();
    if (!words.contains(text)) {
      List<String> shown = words.stream().filter(word -> !word.isEmpty()).toList();
      findings.add(
          scalar.place(),
          "`" + setting.key() + "` does not take `" + scalar.text() + "`.",
          Nearest.to(text, shown)
              .map(nearest -> "Did you mean `" + nearest + "`?")
              .orElse("It takes " + String.join(", ", shown) + "."));
    }
  }

  /** Whether a dollar stands in it; where that makes no variable, another rule says so. */
  static boolean isOpen(ScalarValue scalar) {
    return scalar.text().contains("$");
  }
}
