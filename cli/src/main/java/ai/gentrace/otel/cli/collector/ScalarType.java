package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlScalar;
import java.util.Set;

/**
 * What the collector's parser (go.yaml.in/yaml/v3, its {@code resolve.go}) makes of a scalar: a mix
 * of YAML 1.1 and 1.2 in which {@code yes} and {@code on} are strings and {@code 0777} is octal.
 */
public enum ScalarType {
  NULL("nothing"),
  BOOL("a bool"),
  INT("a whole number"),
  FLOAT("a number"),
  TIMESTAMP("a time"),
  STRING("a string");

  private static final Set<String> BOOLS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final LazyPattern WHOLE =
      LazyPattern.of("[-+]?(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)");
  private static final LazyPattern FRACTION =
      LazyPattern.of(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final LazyPattern TIME =
      LazyPattern.of(
          "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]*)?.*)?");

  private final String noun;

  ScalarType(String noun) {
    this.noun = noun;
  }

  /** The type with its article, for messages. */
  public String noun() {
    return noun;
  }

  /** The type of a scalar as it is written, before {@code ${...}} is expanded. */
  public static ScalarType of(YamlScalar scalar) {
    String tag = scalar.properties().tag();
    if (tag != null) {
      return ofTag(tag);
    }
    if (scalar.style() != YamlScalar.Style.PLAIN) {
      return STRING;
    }
    return scalar.isNull() ? NULL : ofPlain(scalar.value());
  }

  private static ScalarType ofTag(String tag) {
    return switch (tag) {
      case "tag:yaml.org,2002:null" -> NULL;
      case "tag:yaml.org,2002:bool" -> BOOL;
      case "tag:yaml.org,2002:int" -> INT;
      case "tag:yaml.org,2002:float" -> FLOAT;
      case "tag:yaml.org,2002:timestamp" -> TIMESTAMP;
      default -> STRING;
    };
  }

  private static ScalarType ofPlain(String text) {
    if (BOOLS.contains(text)) {
      return BOOL;
    }
    String digits = text.replace("_", "");
    if (WHOLE.matcher(digits).matches() && !text.startsWith("_")) {
      return INT;
    }
    if (FRACTION.matcher(digits).matches() && !text.startsWith("_")) {
      return FLOAT;
    }
    return TIME.matcher(text).matches() ? TIMESTAMP : STRING;
  }
}
