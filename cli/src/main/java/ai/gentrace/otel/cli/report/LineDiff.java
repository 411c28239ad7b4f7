package ai.gentrace.otel.cli.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which lines of two texts are common to both: the shortest edit script by E. W. Myers, "An O(ND)
 * Difference Algorithm and Its Variations" (1986).
 */
final class LineDiff {
  /** Beyond this many changed lines the shortest script is not worth its quadratic memory. */
  private static final int MAX_CHANGES = 2_000;

  private final List<String> before;
  private final List<String> after;

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * A stretch of lines that only one of the texts has.
   *
   * @param before first line in the earlier text
   * @param removed lines of it that go
   * @param after first line in the later text
   * @param added lines of it that come
   */
  record Change(int before, int removed, int after, int added) {}

  /** All changes, in order, none touching the next. */
  static List<Change> between(List<String> before, List<String> after) {
    int prefix = 0;
    int least = Math.min(before.size(), after.size());
    while (prefix < least && before.get(prefix).equals(after.get(prefix))) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < least - prefix
        && before.get(before.size() - 1 - suffix).equals(after.get(after.size() - 1 - suffix))) {
      suffix++;
    }
    LineDiff middle =
        new LineDiff(
            before.subList(prefix, before.size() - suffix),
            after.subList(prefix, after.size() - suffix));
    List<Change> changes = new ArrayList<>();
    for (Change change : middle.changes()) {
      changes.add(
          new Change(
              change.before() + prefix, change.removed(), change.after() + prefix, change.added()));
    }
    return changes;
  }

  private List<Change> changes() {
    if (before.isEmpty() && after.isEmpty()) {
      return List.of();
    }
    List<int[]> trace = new ArrayList<>();
    int most = Math.min(before.size() + after.size(), MAX_CHANGES);
    int[] furthest = new int[2 * most + 3];
    for (int d = 0; d <= most; d++) {
      trace.add(furthest.clone());
      for (int k = -d; k <= d; k += 2) {
        int x = start(furthest, k, d, most);
        int y = x - k;
        while (x < before.size() && y < after.size() && before.get(x).equals(after.get(y))) {
          x++;
          y++;
        }
        furthest[k + most + 1] = x;
        if (x >= before.size() && y >= after.size()) {
          return backtrack(trace, d, most);
        }
      }
    }
    return List.of(new Change(0, before.size(), 0, after.size()));
  }

  private static int start(int[] furthest, int k, int d, int most) {
    int above = furthest[k + 1 + most + 1];
    int left = furthest[k - 1 + most + 1];
    return k == -d || (k != d && left < above) ? above : left + 1;
  }

  private List<Change> backtrack(List<int[]> trace, int steps, int most) {
    List<Change> changes = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int d = steps; d > 0; d--) {
      int[] furthest = trace.get(d);
      int k = x - y;
      int above = furthest[k + 1 + most + 1];
      int left = furthest[k - 1 + most + 1];
      boolean added = k == -d || (k != d && left < above);
      int previousX = added ? above : left;
      int previousY = previousX - (added ? k + 1 : k - 1);
      changes.add(
          added ? new Change(previousX, 0, previousY, 1) : new Change(previousX, 1, previousY, 0));
      x = previousX;
      y = previousY;
    }
    Collections.reverse(changes);
    return joined(changes);
  }

  private static List<Change> joined(List<Change> single) {
    List<Change> joined = new ArrayList<>();
    for (Change change : single) {
      Change last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null
          && last.before() + last.removed() == change.before()
          && last.after() + last.added() == change.after()) {
        joined.set(
            joined.size() - 1,
            new Change(
                last.before(),
                last.removed() + change.removed(),
                last.after(),
                last.added() + change.added()));
      } else {
        joined.add(change);
      }
    }
    return joined;
  }
}
