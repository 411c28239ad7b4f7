package ai.gentrace.otel.cli.yaml;

import java.util.Arrays;

/** Where the lines of a text begin, in code points. Immutable. */
final class LineStarts {
  private final int[] starts;

  private LineStarts(int... starts) {
    this.starts = starts;
  }

  static LineStarts of(String text, int length) {
    int[] starts = new int[Math.max(16, length / 24)];
    int count = 1;
    int offset = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isHighSurrogate(unit)) {
        continue;
      }
      offset++;
      if (unit >= ' ' && unit <= '~') {
        continue;
      }
      boolean beforeLineFeed = unit == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (!YamlSource.isBreak(unit) || beforeLineFeed) {
        continue;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = offset;
    }
    return new LineStarts(Arrays.copyOf(starts, count));
  }

  int count() {
    return starts.length;
  }

  int get(int line) {
    return starts[line];
  }

  /** Where a line ends with its line break; {@code length} is the end of the text. */
  int end(int line, int length) {
    return line + 1 < starts.length ? starts[line + 1] : length;
  }

  /** The line that holds an offset. */
  int indexOf(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
