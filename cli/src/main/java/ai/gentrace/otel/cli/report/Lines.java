package ai.gentrace.otel.cli.report;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * The lines of a text with their line feeds; the last may lack it. Cut out when they are asked for,
 * as a string for each takes several times the text's memory.
 */
final class Lines extends AbstractList<String> implements RandomAccess {
  private final String text;

  /** Where each line begins, and where the last one ends. */
  private final int[] bounds;

  Lines(String text) {
    this.text = text;
    int[] found = new int[16];
    int count = 1;
    for (int start = 0; start < text.length(); ) {
      int feed = text.indexOf('\n', start);
      start = feed < 0 ? text.length() : feed + 1;
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = start;
    }
    this.bounds = Arrays.copyOf(found, count);
  }

  @Override
  public String get(int index) {
    return text.substring(bounds[index], bounds[index + 1]);
  }

  @Override
  public int size() {
    return bounds.length - 1;
  }
}
