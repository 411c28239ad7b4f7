package ai.gentrace.otel.cli.report;

import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.yaml.Position;
import java.util.List;

/**
 * A finding's line of the user's file and the carets below it, both fit for a terminal: secrets are
 * masked, control characters replaced, and of a very long line only the part around the finding is
 * shown.
 */
record SourceLine(String text, String carets) {
  private static final int LONGEST = 160;
  private static final int BEFORE = 60;
  private static final int REPLACEMENT = 0xFFFD;

  static SourceLine of(Place place, List<Place> secrets) {
    Position start = place.start();
    int[] line = codePoints(place.source().fileLine(start));
    for (Place secret : secrets) {
      mask(line, start.line(), secret, place.file());
    }
    int first = start.column() - 1;
    Position end = place.end();
    int last = end.line() == start.line() ? end.column() - 1 : line.length;
    int width = Math.max(1, Math.min(last, Math.max(line.length, first + 1)) - first);
    int from = line.length <= LONGEST ? 0 : Math.max(0, Math.min(first, line.length) - BEFORE);
    int to = Math.min(line.length, from + LONGEST);
    StringBuilder text = new StringBuilder(from > 0 ? "..." : "");
    StringBuilder carets = new StringBuilder(from > 0 ? "   " : "");
    for (int i = from; i < Math.max(to, first + 1); i++) {
      int codePoint = i < to ? line[i] : ' ';
      if (i < to) {
        text.appendCodePoint(printable(codePoint));
      }
      if (i < first) {
        carets.append(codePoint == '\t' ? '\t' : ' ');
      }
    }
    carets.append("^".repeat(Math.max(1, Math.min(width, Math.max(to - first, 1)))));
    return new SourceLine(
        text.append(to < line.length ? "..." : "").toString().stripTrailing(), carets.toString());
  }

  /** Without a stream: the way of every finding, and a stream's classes cost a start too much. */
  private static int[] codePoints(String text) {
    int[] codePoints = new int[text.codePointCount(0, text.length())];
    for (int at = 0, i = 0; i < codePoints.length; i++) {
      codePoints[i] = text.codePointAt(at);
      at += Character.charCount(codePoints[i]);
    }
    return codePoints;
  }

  private static int printable(int codePoint) {
    boolean control = Character.isISOControl(codePoint) && codePoint != '\t';
    return control || Character.getType(codePoint) == Character.FORMAT ? REPLACEMENT : codePoint;
  }

  private static void mask(int[] line, int number, Place secret, String file) {
    Position start = secret.start();
    Position end = secret.end();
    if (!secret.file().equals(file) || number < start.line() || number > end.line()) {
      return;
    }
    int from = number == start.line() ? start.column() - 1 : 0;
    int to = number == end.line() ? end.column() - 1 : line.length;
    for (int i = from; i < Math.min(to, line.length); i++) {
      line[i] = '*';
    }
  }
}
