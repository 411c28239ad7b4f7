package ai.gentrace.otel.cli.run.exporter;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as Go's {@code time.ParseDuration} reads them. */
public final class GoDuration {
  private static final Pattern WHOLE =
      Pattern.compile("\\+?(?:[0-9]*\\.?[0-9]*(?:ns|us|µs|μs|ms|s|m|h))+");
  private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]*)(ns|us|µs|μs|ms|s|m|h)");
  private static final Map<String, Double> NANOS =
      Map.of(
          "ns", 1e0, "us", 1e3, "µs", 1e3, "μs", 1e3, "ms", 1e6, "s", 1e9, "m", 6e10, "h", 3.6e12);

  private GoDuration() {}

  /**
   * What a component's setting comes to.
   *
   * @param component null where it is not defined
   * @param usual the setting's default; also for a value that is no duration, or that nobody knows
   *     before the collector starts
   */
  public static Duration of(
      @Nullable Component component, Duration usual, String first, String... rest) {
    Setting setting = component == null ? null : component.find(first, rest);
    Duration own = setting == null ? null : of(setting.value());
    return own == null ? usual : own;
  }

  /** What a setting holds, or the default of the expression that it is. */
  private static @Nullable Duration of(Value value) {
    if (!(value instanceof ScalarValue scalar)) {
      return null;
    }
    String text = scalar.text();
    if (scalar.type() == ScalarType.INT) {
      // The collector takes a bare number for nanoseconds.
      return text.matches("[0-9]{1,18}") ? Duration.ofNanos(Long.parseLong(text)) : null;
    }
    return parse(
        Expression.replace(
            text, expression -> expression.fallback() == null ? "?" : expression.fallback()));
  }

  /** Reads {@code 1m30s}, {@code 1.5h} or {@code 0}; null for any other text. */
  public static @Nullable Duration parse(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    if (!WHOLE.matcher(text).matches()) {
      return null;
    }
    double nanos = 0;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (!part.group(1).matches(".*[0-9].*")) {
        return null;
      }
      nanos += Double.parseDouble(part.group(1)) * NANOS.getOrDefault(part.group(2), 0.0);
    }
    return nanos > Long.MAX_VALUE ? null : Duration.ofNanos((long) nanos);
  }
}
