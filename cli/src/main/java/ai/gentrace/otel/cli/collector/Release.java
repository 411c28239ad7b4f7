package ai.gentrace.otel.cli.collector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A collector release of the line that began with 0.1.0, such as 0.161.0. */
public record Release(int major, int minor, int patch) implements Comparable<Release> {
  private static final Pattern TEXT =
      Pattern.compile("v?([0-9]{1,4})\\.([0-9]{1,4})(?:\\.([0-9]{1,4}))?");

  /** Reads {@code 0.161.0}, {@code v0.161.0} or {@code 0.161}; null for any other text. */
  public static @Nullable Release parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String patch = matcher.group(3);
    return new Release(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        patch == null ? 0 : Integer.parseInt(patch));
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
