package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlScalar;
import java.util.Locale;
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
  private static final Set<String> NO_NUMBERS =
      Set.of(".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN");
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

  /** The type of a text without quotes and tag that is not null. */
  static ScalarType ofPlain(String text) {
    if (BOOLS.contains(text)) {
      return BOOL;
    }
    if (text.isEmpty() || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return STRING;
    }
    String digits = text.replace("_", "");
    if (isWhole(digits)) {
      return INT;
    }
    if (isFraction(digits)) {
      return FLOAT;
    }
    boolean mayBeTime = text.length() > 4 && text.charAt(4) == '-';
    return mayBeTime && TIME.matcher(text).matches() ? TIMESTAMP : STRING;
  }

  // Numbers are told by hand: every config holds some, and the patterns for them cost milliseconds.

  /** Decimal, octal with {@code 0} or {@code 0o}, {@code 0x} or {@code 0b}. */
  private static boolean isWhole(String text) {
    int start = afterSign(text);
    if (start == text.length() || text.charAt(start) != '0') {
      return start < text.length() && endOfDigits(text, start, 10) == text.length();
    }
    int second = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
    int base =
        switch (second) {
          case 'x', 'X' -> 16;
          case 'b', 'B' -> 2;
          default -> 8;
        };
    boolean letter = "xXbBoO".indexOf(second) >= 0;
    int digits = letter ? start + 2 : start;
    return digits < text.length() && endOfDigits(text, digits, base) == text.length();
  }

  private static boolean isFraction(String text) {
    int start = afterSign(text);
    String unsigned = text.substring(start);
    if (NO_NUMBERS.contains(unsigned)) {
      return start == 0 || unsigned.toLowerCase(Locale.ROOT).equals(".inf");
    }
    int whole = endOfDigits(text, start, 10);
    boolean dot = whole < text.length() && text.charAt(whole) == '.';
    int end = dot ? endOfDigits(text, whole + 1, 10) : whole;
    if (whole == start && end <= start + 1) {
      return false;
    }
    if (end < text.length() && "eE".indexOf(text.charAt(end)) >= 0) {
      int exponent = end + 1 + afterSign(text.substring(end + 1));
      int last = endOfDigits(text, exponent, 10);
      return last > exponent && last == text.length();
    }
    return end == text.length();
  }

  private static int afterSign(String text) {
    return !text.isEmpty() && "+-".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
  }

  private static int endOfDigits(String text, int start, int base) {
    int end = start;
    while (end < text.length()
        && text.charAt(end) < 128
        && Character.digit(text.charAt(end), base) >= 0) {
      end++;
    }
    return end;
  }
}
