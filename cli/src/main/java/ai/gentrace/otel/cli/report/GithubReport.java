package ai.gentrace.otel.cli.report;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Findings as annotations of a GitHub workflow. GitHub shows ten of each level for a step and drops
 * the rest, so the worst come first and the summary of the step has them all.
 */
public final class GithubReport {
  private static final int PER_LEVEL = 10;

  /** GitHub refuses a step's summary above 1 MiB. */
  private static final int SUMMARY_LIMIT = 1_000_000;

  private final UnaryOperator<String> paths;

  /**
   * @param paths a file's name relative to the repository's root
   */
  public GithubReport(UnaryOperator<String> paths) {
    this.paths = paths;
  }

  /** The workflow commands, one a line, and the line that sums up. */
  public String render(Report report) {
    StringBuilder text = new StringBuilder();
    int hidden = 0;
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      List<Finding> findings =
          report.findings().stream().filter(each -> each.severity() == severity).toList();
      findings.stream().limit(PER_LEVEL).forEach(each -> text.append(command(each)).append('\n'));
      hidden += Math.max(0, findings.size() - PER_LEVEL);
    }
    text.append(report.summary());
    if (hidden > 0) {
      text.append("; ").append(hidden).append(" more than GitHub shows, see the step's summary");
    }
    return text.append('\n').toString();
  }

  private String command(Finding finding) {
    String level =
        switch (finding.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case INFO -> "notice";
        };
    List<String> properties = new ArrayList<>();
    properties.add("file=" + property(paths.apply(finding.place().file())));
    properties.add("line=" + finding.start().line());
    properties.add("col=" + finding.start().column());
    properties.add("endLine=" + finding.place().end().line());
    // With an end on another line GitHub refuses columns.
    if (finding.place().end().line() == finding.start().line()) {
      properties.add("endColumn=" + finding.place().end().column());
    }
    properties.add("title=" + property(finding.rule().id() + " " + finding.rule().name()));
    String message =
        finding.help().isEmpty() ? finding.message() : finding.message() + "\n" + finding.help();
    return "::" + level + " " + String.join(",", properties) + "::" + data(message);
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** What belongs into the file that GITHUB_STEP_SUMMARY names: a table, in Markdown. */
  public String summary(Report report) {
    StringBuilder text = new StringBuilder("### gentrace-otel validate\n\n");
    text.append(report.summary()).append('\n');
    if (report.findings().isEmpty()) {
      return text.append('\n').toString();
    }
    text.append("\n| where | level | rule | what |\n|---|---|---|---|\n");
    List<Finding> sorted =
        report.findings().stream()
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .toList();
    for (Finding finding : sorted) {
      String row =
          "| "
              + cell(paths.apply(finding.place().file()) + ":" + finding.start())
              + " | "
              + finding.severity().key()
              + " | ["
              + finding.rule().id()
              + "]("
              + finding.rule().url()
              + ") | "
              + cell(finding.message() + " " + finding.help())
              + " |\n";
      if (text.length() + row.length() > SUMMARY_LIMIT) {
        text.append("\nMore than fits here: run it with --format text.\n");
        break;
      }
      text.append(row);
    }
    return text.append('\n').toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace('\n', ' ').strip();
  }
}
