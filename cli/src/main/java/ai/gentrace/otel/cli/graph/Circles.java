package ai.gentrace.otel.cli.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Which pipelines lie on circles: strongly connected components by Tarjan's algorithm, without
 * recursion.
 */
final class Circles {
  private final List<List<Integer>> next;
  private final int[] index;
  private final int[] low;
  private final int[] circle;
  private final Deque<Integer> stack = new ArrayDeque<>();
  private int visited;
  private int found;

  private Circles(List<List<Integer>> next) {
    this.next = next;
    this.index = new int[next.size()];
    this.low = new int[next.size()];
    this.circle = new int[next.size()];
    Arrays.fill(circle, -1);
  }

  /**
   * Numbers the components.
   *
   * @param next for each pipeline those that it feeds
   * @return for each pipeline its component; two pipelines lie on a common circle if it is the same
   */
  static int[] of(List<List<Integer>> next) {
    Circles circles = new Circles(next);
    for (int start = 0; start < next.size(); start++) {
      if (circles.index[start] == 0) {
        circles.search(start);
      }
    }
    return circles.circle;
  }

  private void search(int start) {
    Deque<int[]> open = new ArrayDeque<>();
    open.push(enter(start));
    while (!open.isEmpty()) {
      int[] step = open.peek();
      int at = step[0];
      if (step[1] < next.get(at).size()) {
        int other = next.get(at).get(step[1]++);
        if (index[other] == 0) {
          open.push(enter(other));
        } else if (circle[other] < 0) {
          low[at] = Math.min(low[at], index[other]);
        }
        continue;
      }
      open.pop();
      if (!open.isEmpty()) {
        int before = open.peek()[0];
        low[before] = Math.min(low[before], low[at]);
      }
      if (low[at] == index[at]) {
        close(at);
      }
    }
  }

  private int[] enter(int at) {
    visited++;
    index[at] = visited;
    low[at] = visited;
    stack.push(at);
    return new int[] {at, 0};
  }

  private void close(int root) {
    List<Integer> members = new ArrayList<>();
    int member;
    do {
      member = stack.pop();
      members.add(member);
    } while (member != root);
    members.forEach(each -> circle[each] = found);
    found++;
  }
}
