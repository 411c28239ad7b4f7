package ai.gentrace.otel.cli.graph;

import java.util.List;
import java.util.Map;

/**
 * Where everything of a diagram goes, in pixels from the top left corner.
 *
 * @param width of the picture
 * @param height of the picture
 * @param boxes by the id of a lane, node or joint
 * @param ways the points of each edge of the diagram, in its order
 */
record DiagramLayout(double width, double height, Map<String, Box> boxes, List<List<Point>> ways) {
  DiagramLayout {
    boxes = Map.copyOf(boxes);
    ways = List.copyOf(ways);
  }

  /** A rectangle. */
  record Box(double x, double y, double width, double height) {
    Box moved(double dx, double dy) {
      return new Box(x + dx, y + dy, width, height);
    }

    double middle() {
      return y + height / 2;
    }
  }

  /** A point. */
  record Point(double x, double y) {
    Point moved(double dx, double dy) {
      return new Point(x + dx, y + dy);
    }
  }

  /** Lays out a diagram; the same diagram gives the same layout. */
  static DiagramLayout of(Diagram diagram) {
    return new Layouter(diagram).layout();
  }
}
