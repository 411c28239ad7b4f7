package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.report.GithubReport;
import ai.gentrace.otel.cli.report.JsonReport;
import ai.gentrace.otel.cli.report.Report;
import ai.gentrace.otel.cli.report.SarifReport;
import ai.gentrace.otel.cli.report.Style;
import ai.gentrace.otel.cli.report.TextReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How findings are printed. */
enum ReportFormat {
  TEXT,
  JSON,
  SARIF,
  GITHUB;

  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (ReportFormat format : values()) {
      names.add(format.key());
    }
    return names;
  }

  /** As on the command line. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ReportFormat of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /**
   * Renders.
   *
   * @param style of text on a terminal
   */
  String render(Report report, Style style, RepositoryPaths paths) {
    return switch (this) {
      case TEXT -> new TextReport(style).render(report);
      case JSON -> JsonReport.render(report);
      case SARIF -> new SarifReport(paths::uri).render(report);
      case GITHUB -> new GithubReport(paths::relative).render(report);
    };
  }
}
