package ai.gentrace.otel.cli.check;

import java.util.Collection;
import java.util.List;

/** GT099: what a real collector's {@code validate} says, at the line that it means. */
final class CollectorRefusal {
  private CollectorRefusal() {}

  static List<Finding> findings(Subject subject, Collection<Finding> others, String text) {
    return List.of();
  }
}
