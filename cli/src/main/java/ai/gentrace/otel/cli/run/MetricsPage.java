package ai.gentrace.otel.cli.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A collector's own metrics, read from Prometheus text.
 *
 * @param samples in the order of the page
 */
public record MetricsPage(List<Sample> samples) {
  private static final Pattern LINE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})?\\s+"
              + "([+-]?(?:\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|Inf)|NaN)(?:\\s+\\S+)?");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /**
   * One value.
   *
   * @param name without the suffix {@code _total}, which depends on the collector's release
   * @param labels as on the page
   */
  public record Sample(String name, Map<String, String> labels, double value) {
    public Sample {
      labels = Map.copyOf(labels);
    }
  }

  public MetricsPage {
    samples = List.copyOf(samples);
  }

  /** Reads a page; lines that are no samples are passed over. */
  public static MetricsPage parse(String text) {
    List<Sample> samples = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      Matcher matcher = LINE.matcher(line.strip());
      if (line.startsWith("#") || !matcher.matches()) {
        continue;
      }
      samples.add(
          new Sample(
              matcher.group(1).replaceFirst("_total$", ""),
              labels(matcher.group(2)),
              value(matcher.group(3))));
    }
    return new MetricsPage(samples);
  }

  private static Map<String, String> labels(@Nullable String text) {
    Map<String, String> labels = new HashMap<>();
    if (text != null) {
      Matcher matcher = LABEL.matcher(text);
      while (matcher.find()) {
        labels.put(
            matcher.group(1),
            matcher.group(2).replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\"));
      }
    }
    return labels;
  }

  private static double value(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /**
   * Adds up the samples with this name and these labels, whatever other labels they have.
   *
   * @param name with or without {@code _total}
   * @return nothing if there is none
   */
  public OptionalDouble sum(String name, Map<String, String> labels) {
    String base = name.replaceFirst("_total$", "");
    double[] values =
        samples.stream()
            .filter(sample -> sample.name().equals(base))
            .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
            .mapToDouble(Sample::value)
            .toArray();
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return OptionalDouble.of(sum);
  }
}
