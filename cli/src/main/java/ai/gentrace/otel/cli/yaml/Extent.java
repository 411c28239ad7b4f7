package ai.gentrace.otel.cli.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A range of a {@link YamlSource}, in code points from the start of its text.
 *
 * @param start first code point
 * @param end one past the last code point, at least {@code start}
 */
public record Extent(int start, int end) {
  public Extent {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("Not a range: " + start + " to " + end);
    }
  }

  // Written out, as every validate compares ranges: a record's own are put together at run time,
  // which costs the first
  // call milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Extent that && start == that.start && end == that.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }

  /** Number of code points. */
  public int length() {
    return end - start;
  }

  /** Whether {@code offset} lies inside; the end does not. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }
}
