package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Writes YAML on one line. A scalar keeps its own text, so that the collector's parser gives it the
 * type that it gives the original; nothing is resolved here.
 */
final class FlowYaml {
  /**
   * Plain text that means the same inside braces: every number, bool, null and timestamp. What does
   * not match is a string for every parser, and is quoted.
   */
  private static final Pattern PLAIN_ANYWHERE =
      Pattern.compile("[A-Za-z0-9.~+_-][A-Za-z0-9.~+_/-]*|[0-9][0-9A-Za-z:.+-]*( [0-9:.+-]+)*");

  private static final String YAML_TAG = "tag:yaml.org,2002:";

  private FlowYaml() {}

  /** A string, quoted. */
  static String text(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '"' || character == '\\') {
        quoted.append('\\').append(character);
      } else if (character < ' ' || character == 0x7F || isBreakOrInvisible(character)) {
        quoted.append(String.format("\\u%04x", (int) character));
      } else {
        quoted.append(character);
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isBreakOrInvisible(char character) {
    return (character >= 0x80 && character <= 0xA0)
        || character == 0x2028
        || character == 0x2029
        || character == 0xFEFF;
  }

  /** A map of keys to values that are YAML already. */
  static String map(Map<String, String> entries) {
    List<String> written = new ArrayList<>();
    entries.forEach((key, value) -> written.add(text(key) + ": " + value));
    return "{" + String.join(", ", written) + "}";
  }

  /** A list of values that are YAML already. */
  static String list(Collection<String> items) {
    return "[" + String.join(", ", items) + "]";
  }

  /** A list of strings. */
  static String texts(Collection<?> items) {
    return list(items.stream().map(item -> text(item.toString())).toList());
  }

  /**
   * A value of a config.
   *
   * @param key what it stands under
   * @param scalars writes each scalar, given the nearest key above it
   */
  static String of(String key, Value value, BiFunction<String, ScalarValue, String> scalars) {
    if (value instanceof MapValue map) {
      Map<String, String> entries = new LinkedHashMap<>();
      for (Setting setting : map.settings()) {
        entries.put(setting.key(), of(setting.key(), setting.value(), scalars));
      }
      return map(entries);
    }
    if (value instanceof ListValue list) {
      return list(list.items().stream().map(item -> of(key, item, scalars)).toList());
    }
    return scalars.apply(key, (ScalarValue) value);
  }

  /** A scalar as it stands in the user's text, with its tag. */
  static String scalar(ScalarValue value) {
    YamlScalar node = value.node();
    String text = node.value();
    if (value.isNull()) {
      return "~";
    }
    boolean plain =
        node.style() == YamlScalar.Style.PLAIN && PLAIN_ANYWHERE.matcher(text).matches();
    return tag(node) + (plain ? text : text(text));
  }

  private static String tag(YamlScalar node) {
    String tag = node.properties().tag();
    if (tag == null) {
      return "";
    }
    return tag.startsWith(YAML_TAG)
        ? "!!" + tag.substring(YAML_TAG.length()) + " "
        : "!<" + tag + "> ";
  }
}
