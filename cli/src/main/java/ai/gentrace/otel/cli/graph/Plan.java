package ai.gentrace.otel.cli.graph;

import java.util.List;
import java.util.Map;

/**
 * Where everything goes, in pixels from the upper left corner.
 *
 * @param boxes of nodes, lanes and groups by their keys
 * @param lines in the order of the drawing's links
 */
record Plan(double width, double height, Map<String, Box> boxes, List<Line> lines) {
  /** A rectangle. */
  record Box(double x, double y, double width, double height) {}

  /** A corner of a line. */
  record Point(double x, double y) {}

  /**
   * An arrow.
   *
   * @param points at least two
   */
  record Line(Link link, List<Point> points) {}

  /** The key of the box around the extensions. */
  static final String EXTENSIONS = "extensions";

  /** The key of the box around what no pipeline names. */
  static final String UNUSED = "unused";

  Box box(String key) {
    Box box = boxes.get(key);
    if (box == null) {
      throw new IllegalArgumentException("No box for " + key);
    }
    return box;
  }
}
