package ai.gentrace.otel.cli.yaml;

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

  /** Number of code points. */
  public int length() {
    return end - start;
  }

  /** Whether {@code offset} lies inside; the end does not. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }
}
