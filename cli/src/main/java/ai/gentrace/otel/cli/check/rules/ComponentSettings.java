package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a component, and what is said of them. The keys that lead to a setting are given
 * from the component down.
 *
 * @param subject the config that the component is of
 * @param findings where it is said
 */
record ComponentSettings(Subject subject, Component component, Findings findings) {

  @Nullable Setting find(String first, String... rest) {
    return component.find(first, rest);
  }

  /** A scalar, or null. */
  @Nullable ScalarValue scalar(String first, String... rest) {
    return component.scalar(first, rest);
  }

  /** A number that is written out; empty for anything else. */
  OptionalDouble number(String first, String... rest) {
    ScalarValue value = scalar(first, rest);
    if (value == null || !(value.type() == ScalarType.INT || value.type() == ScalarType.FLOAT)) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(value.text().replace("_", "")));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  String word(String otherwise, String first, String... rest) {
    ScalarValue value = scalar(first, rest);
    return value == null ? otherwise : value.text();
  }

  boolean isNegative(String first, String... rest) {
    ScalarValue value = scalar(first, rest);
    return value != null && value.text().startsWith("-") && !value.holdsExpression();
  }

  boolean isZeroDuration(String name) {
    ScalarValue value = scalar(name);
    return value != null
        && !startsWithOneToNine(value.text())
        && value.text().matches("-?(0+|0*(\\.0*)?)(ns|us|ms|s|m|h)?");
  }

  private static boolean startsWithOneToNine(String text) {
    return !text.isEmpty() && '1' <= text.charAt(0) && text.charAt(0) <= '9';
  }

  static boolean isSet(@Nullable Setting setting) {
    return setting != null
        && !setting.value().isNull()
        && !(setting.value() instanceof ScalarValue text && text.text().isEmpty());
  }

  static boolean isOn(MapValue map) {
    Setting enabled = map.get("enabled");
    return enabled == null
        || !(enabled.value() instanceof ScalarValue flag && flag.text().equals("false"));
  }

  Place key() {
    return component.setting().keyPlace();
  }

  /** Something that is not there; in Helm values a chart may have it. */
  void missing(Place place, String message, String help) {
    if (!subject.isCompletedElsewhere()) {
      findings.add(place, message, help);
    }
  }

  void negative(String first, String... rest) {
    ScalarValue value = scalar(first, rest);
    if (value != null && isNegative(first, rest)) {
      findings.add(value.place(), "It must not be negative.", "");
    }
  }

  /** Says it of a setting that is there. */
  void refuse(String name, String message, String help) {
    refuse(message, help, new String[] {name});
  }

  void refuse(String message, String help, String... keys) {
    String[] rest = Arrays.copyOfRange(keys, 1, keys.length);
    Setting setting = find(keys[0], rest);
    if (setting != null) {
      findings.add(setting.value().place(), message, help);
    }
  }

  static String text(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
