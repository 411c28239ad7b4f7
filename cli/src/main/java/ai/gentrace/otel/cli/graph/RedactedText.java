package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file's text without its literal secrets. All else is as it stands; line breaks too, so that
 * lines keep their numbers.
 *
 * @param secrets how many places were changed
 */
public record RedactedText(String text, int secrets) {
  private static final String REPLACEMENT = "REDACTED";

  /** Redacts a file, whatever it holds. What is {@code ${...}} is no secret. */
  public static RedactedText of(YamlSource file) {
    List<Extent> secrets = merged(SecretFinder.in(file));
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Extent secret : secrets) {
      text.append(file.text(new Extent(at, secret.start()))).append(REPLACEMENT);
      at = secret.end();
    }
    text.append(file.text(new Extent(at, file.length())));
    return new RedactedText(text.toString(), secrets.size());
  }

  private static List<Extent> merged(List<Extent> extents) {
    List<Extent> sorted = new ArrayList<>(extents);
    sorted.sort(Comparator.comparingInt(Extent::start).thenComparingInt(Extent::end));
    List<Extent> merged = new ArrayList<>();
    for (Extent extent : sorted) {
      Extent last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && extent.start() <= last.end()) {
        int end = Math.max(last.end(), extent.end());
        merged.set(merged.size() - 1, new Extent(last.start(), end));
      } else {
        merged.add(extent);
      }
    }
    return merged;
  }
}
