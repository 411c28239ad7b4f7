package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.yaml.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** What nodes and lanes are called in formats whose boxes hold one text. */
final class NodeText {
  private NodeText() {}

  /** Id, note and the rules of its findings; not yet escaped for any format. */
  static String of(Node node) {
    return of(node.label(), node.note(), node.findings());
  }

  /** Id, note, the rules of its findings, and whether it goes to Gentrace. */
  static String of(Lane lane) {
    String text = of(lane.label(), lane.note(), lane.findings());
    return lane.gentrace() ? text + " to Gentrace" : text;
  }

  private static String of(String label, String note, List<Finding> findings) {
    String text = Visible.of(label) + (note.isEmpty() ? "" : " (" + note + ")");
    String rules =
        findings.stream()
            .map(finding -> finding.rule().id())
            .distinct()
            .collect(Collectors.joining(", "));
    return rules.isEmpty() ? text : text + " [" + rules + "]";
  }
}
