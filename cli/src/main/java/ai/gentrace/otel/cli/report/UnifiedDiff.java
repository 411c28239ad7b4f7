package ai.gentrace.otel.cli.report;

import ai.gentrace.otel.cli.report.LineDiff.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two texts as {@code patch -p0} and {@code git apply} take it: three lines of
 * context, lines ended by LF alone, so that the CR of a CRLF belongs to the line.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_NEWLINE = "\\ No newline at end of file";

  private UnifiedDiff() {}

  /** What a line of a diff is, for colours. */
  public enum LineKind {
    HEADER,
    HUNK,
    CONTEXT,
    ADDED,
    REMOVED
  }

  /**
   * One line.
   *
   * @param text without its line feed
   */
  public record Line(LineKind kind, String text) {}

  /**
   * Compares; no lines if the texts are the same.
   *
   * @param path the file as the user named it
   * @param before null where there was no file
   */
  public static List<Line> between(String path, @Nullable String before, String after) {
    List<String> old = new Lines(before == null ? "" : before);
    List<String> now = new Lines(after);
    List<Change> changes = LineDiff.between(old, now);
    List<Line> diff = new ArrayList<>();
    if (changes.isEmpty()) {
      return diff;
    }
    diff.add(new Line(LineKind.HEADER, "--- " + (before == null ? "/dev/null" : header(path))));
    diff.add(new Line(LineKind.HEADER, "+++ " + header(path)));
    for (int first = 0; first < changes.size(); ) {
      int last = first;
      while (last + 1 < changes.size()
          && changes.get(last + 1).before()
                  - (changes.get(last).before() + changes.get(last).removed())
              <= 2 * CONTEXT) {
        last++;
      }
      hunk(changes.subList(first, last + 1), old, now, diff);
      first = last + 1;
    }
    return diff;
  }

  /**
   * The file's name for both tools: {@code git apply} strips the first part of a name that has a
   * slash, {@code patch -p0} does not, and to both {@code ./a/b} is {@code a/b}. A name with blanks
   * ends in a tab.
   */
  private static String header(String path) {
    String slashed = path.replace('\\', '/');
    boolean relative =
        !slashed.startsWith("/") && !slashed.startsWith("./") && !slashed.startsWith("../");
    String name = relative && slashed.indexOf('/') >= 0 ? "./" + slashed : slashed;
    return name.indexOf(' ') >= 0 ? name + "\t" : name;
  }

  private static void hunk(
      List<Change> changes, List<String> old, List<String> now, List<Line> diff) {
    Change first = changes.get(0);
    Change last = changes.get(changes.size() - 1);
    int lead = Math.min(CONTEXT, first.before());
    int oldStart = first.before() - lead;
    int oldEnd = Math.min(old.size(), last.before() + last.removed() + CONTEXT);
    int newStart = first.after() - lead;
    int newEnd = last.after() + last.added() + (oldEnd - last.before() - last.removed());
    diff.add(
        new Line(
            LineKind.HUNK,
            "@@ -" + range(oldStart, oldEnd) + " +" + range(newStart, newEnd) + " @@"));
    int at = oldStart;
    for (Change change : changes) {
      for (; at < change.before(); at++) {
        add(diff, LineKind.CONTEXT, old.get(at));
      }
      for (; at < change.before() + change.removed(); at++) {
        add(diff, LineKind.REMOVED, old.get(at));
      }
      for (int i = change.after(); i < change.after() + change.added(); i++) {
        add(diff, LineKind.ADDED, now.get(i));
      }
    }
    for (; at < oldEnd; at++) {
      add(diff, LineKind.CONTEXT, old.get(at));
    }
  }

  private static String range(int start, int end) {
    int length = end - start;
    int first = length == 0 ? start : start + 1;
    return length == 1 ? String.valueOf(first) : first + "," + length;
  }

  private static void add(List<Line> diff, LineKind kind, String line) {
    char sign =
        switch (kind) {
          case ADDED -> '+';
          case REMOVED -> '-';
          default -> ' ';
        };
    if (line.endsWith("\n")) {
      diff.add(new Line(kind, sign + line.substring(0, line.length() - 1)));
    } else {
      diff.add(new Line(kind, sign + line));
      diff.add(new Line(kind, NO_NEWLINE));
    }
  }
}
