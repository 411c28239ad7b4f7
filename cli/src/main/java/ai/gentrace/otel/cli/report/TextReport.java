package ai.gentrace.otel.cli.report;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.yaml.Position;
import ai.gentrace.otel.cli.yaml.Visible;

/**
 * Findings for a person: {@code file:line:col: error: message [GT101]}, the line with carets under
 * the exact range, and what to do; at the end one line that sums up.
 */
public final class TextReport {
  private final Style style;

  /** In colour, or not. */
  public TextReport(Style style) {
    this.style = style;
  }

  /** The whole report; lines end with LF. */
  public String render(Report report) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : report.findings()) {
      Position start = finding.start();
      text.append(finding.place().file()).append(':').append(start).append(": ");
      text.append(colored(finding.severity())).append(": ");
      text.append(Visible.lines(finding.message()));
      text.append(' ').append(style.bold("[" + finding.rule().id() + "]")).append('\n');
      SourceLine line = SourceLine.of(finding.place(), report.secrets());
      text.append(line.text()).append('\n');
      text.append(style.green(line.carets())).append('\n');
      if (!finding.help().isEmpty()) {
        text.append(style.cyan("help:"))
            .append(' ')
            .append(Visible.lines(finding.help()))
            .append('\n');
      }
      text.append('\n');
    }
    return text.append(report.summary()).append('\n').toString();
  }

  private String colored(Severity severity) {
    return switch (severity) {
      case ERROR -> style.red(severity.key());
      case WARNING -> style.yellow(severity.key());
      case INFO -> style.cyan(severity.key());
    };
  }
}
