package ai.gentrace.otel.cli.collector;

import org.jspecify.annotations.Nullable;

/** A collector release of the line that began with 0.1.0, such as 0.161.0. */
public record Release(int major, int minor, int patch) implements Comparable<Release> {
  /** Reads {@code 0.161.0}, {@code v0.161.0} or {@code 0.161}; null for any other text. */
  public static @Nullable Release parse(String text) {
    String[] numbers = (text.startsWith("v") ? text.substring(1) : text).split("\\.", -1);
    if (numbers.length < 2 || numbers.length > 3) {
      return null;
    }
    for (String number : numbers) {
      if (!isNumber(number)) {
        return null;
      }
    }
    return new Release(
        Integer.parseInt(numbers[0]),
        Integer.parseInt(numbers[1]),
        numbers.length == 2 ? 0 : Integer.parseInt(numbers[2]));
  }

  private static boolean isNumber(String text) {
    boolean digits = !text.isEmpty() && text.length() <= 4;
    for (int i = 0; i < text.length(); i++) {
      digits &= '0' <= text.charAt(i) && text.charAt(i) <= '9';
    }
    return digits;
  }

  /** Whether this is that release or a newer one. */
  public boolean isAtLeast(Release other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(Release other) {
    if (major != other.major) {
      return Integer.compare(major, other.major);
    }
    return minor != other.minor
        ? Integer.compare(minor, other.minor)
        : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
