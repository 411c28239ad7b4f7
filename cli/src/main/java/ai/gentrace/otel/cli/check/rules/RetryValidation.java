package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;

/** What exporters refuse in {@code retry_on_failure}. */
final class RetryValidation {
  private static final double DEFAULT_INITIAL_SECONDS = 5;
  private static final double DEFAULT_INTERVAL_SECONDS = 30;
  private static final LazyPattern DURATION_PART =
      LazyPattern.of("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(h|ms|m|s|us|µs|ns)");

  private RetryValidation() {}

  static void check(ComponentSettings settings) {
    Setting retry = settings.find("retry_on_failure");
    MapValue map = retry == null ? null : retry.value().asMap();
    if (map == null || (!ComponentSettings.isOn(map) && !settings.subject().isAtLeast(156))) {
      return;
    }
    OptionalDouble factor = settings.number("retry_on_failure", "randomization_factor");
    if (factor.orElse(0) < 0 || factor.orElse(0) > 1) {
      settings.refuse(
          "It has to be between 0 and 1.", "", "retry_on_failure", "randomization_factor");
    }
    if (settings.number("retry_on_failure", "multiplier").orElse(0) < 0) {
      settings.refuse("It must not be negative.", "", "retry_on_failure", "multiplier");
    }
    for (String name : List.of("initial_interval", "max_interval", "max_elapsed_time")) {
      settings.negative("retry_on_failure", name);
    }
    elapsed(settings, "initial_interval", DEFAULT_INITIAL_SECONDS);
    elapsed(settings, "max_interval", DEFAULT_INTERVAL_SECONDS);
  }

  /** Retries have to last at least as long as one pause. */
  private static void elapsed(ComponentSettings settings, String name, double otherwise) {
    OptionalDouble elapsed = seconds(settings, "max_elapsed_time");
    Setting setting = settings.find("retry_on_failure", name);
    OptionalDouble written = seconds(settings, name);
    boolean open = setting != null && written.isEmpty();
    double pause = written.orElse(otherwise);
    if (elapsed.isPresent()
        && !open
        && elapsed.getAsDouble() > 0
        && elapsed.getAsDouble() < pause) {
      settings.refuse(
          "It is less than `"
              + name
              + "`, which is "
              + ComponentSettings.text(pause)
              + "s"
              + (written.isEmpty() ? " unless it is set." : "."),
          "Make it larger, or `" + name + "` smaller.",
          "retry_on_failure",
          "max_elapsed_time");
    }
  }

  private static OptionalDouble seconds(ComponentSettings settings, String name) {
    ScalarValue value = settings.scalar("retry_on_failure", name);
    Matcher matcher = DURATION_PART.matcher(value == null ? "" : value.text());
    double seconds = 0;
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      double unit =
          switch (matcher.group(2)) {
            case "h" -> 3600;
            case "m" -> 60;
            case "s" -> 1;
            case "ms" -> 1e-3;
            default -> 1e-6;
          };
      seconds += Double.parseDouble(matcher.group(1)) * unit;
      end = matcher.end();
    }
    return value != null && end > 0 && end == value.text().length()
        ? OptionalDouble.of(seconds)
        : OptionalDouble.empty();
  }
}
