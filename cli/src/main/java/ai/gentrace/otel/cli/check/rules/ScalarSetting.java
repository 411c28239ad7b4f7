package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.Nearest;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Settings that take a scalar of one type; null fits all of them. */
final class ScalarSetting {
  private static final Set<String> PLAIN_UNITS = Set.of("ms", "s", "m", "h");
  private static final LazyPattern DURATION =
      LazyPattern.of("[-+]?(0|(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)");

  private ScalarSetting() {}

  static void string(Setting setting, Findings findings) {
    fits(setting, setting.value(), "a string", findings, ScalarType.STRING);
  }

  static void bool(Setting setting, Findings findings) {
    fits(setting, setting.value(), "true or false", findings, ScalarType.BOOL);
  }

  static boolean number(Setting setting, Findings findings) {
    return fits(setting, setting.value(), "a number", findings, ScalarType.INT, ScalarType.FLOAT);
  }

  static void unsigned(Setting setting, Findings findings) {
    boolean number = number(setting, findings);
    if (number && setting.value() instanceof ScalarValue text && text.text().startsWith("-")) {
      findings.add(text.place(), "`" + setting.key() + "` must not be negative.", "");
    }
  }

  static void duration(Setting setting, Findings findings) {
    if (!fits(
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

  private static boolean isDuration(String text) {
    int digits = 0;
    while (digits < text.length() && '0' <= text.charAt(digits) && text.charAt(digits) <= '9') {
      digits++;
    }
    // What almost every duration is, told without the pattern that tells it of any text.
    boolean plain = digits > 0 && PLAIN_UNITS.contains(text.substring(digits));
    return plain || DURATION.matcher(text).matches();
  }

  static void id(Setting setting, Findings findings) {
    boolean text =
        setting.value() instanceof ScalarValue
            && fits(setting, setting.value(), "an id", findings, ScalarType.STRING);
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

  /** One of some words; with a tilde first in any case. */
  static void word(Setting setting, String type, Findings findings) {
    if (!fits(setting, setting.value(), "a word", findings, ScalarType.STRING)
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

  /**
   * Whether a value is of one of some types, or nobody knows; adds a finding where it is not.
   *
   * @param setting whose key is named: the value's own, or of the list that it is in
   * @param wanted what the setting takes, for the message
   */
  static boolean fits(
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

  /** Whether a dollar stands in it; where that makes no variable, another rule says so. */
  static boolean isOpen(ScalarValue scalar) {
    return scalar.text().contains("$");
  }
}
