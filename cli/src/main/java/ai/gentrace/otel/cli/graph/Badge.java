package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Severity;
import java.util.List;

/** The sign on a box that has findings: their number, in the colour and shape of the worst. */
final class Badge {
  private Badge() {}

  /** Draws it around a point; nothing without findings. */
  static String draw(List<Finding> findings, double x, double y) {
    if (findings.isEmpty()) {
      return "";
    }
    Severity level = findings.get(0).severity();
    String at = "transform=\"translate(" + Markup.number(x) + " " + Markup.number(y) + ")\"";
    String disc =
        switch (level) {
          case ERROR -> "<circle class=\"disc\" r=\"9\"/>";
          case WARNING -> "<path class=\"disc\" d=\"M0 -11L11 8H-11Z\"/>";
          case INFO ->
              "<rect class=\"disc\" x=\"-8\" y=\"-8\" width=\"16\" height=\"16\" rx=\"3\"/>";
        };
    return "<g class=\"badge %s\" %s>%s<text y=\"4\">%d</text></g>"
        .formatted(level.key(), at, disc, findings.size());
  }
}
