package ai.gentrace.otel.cli.report;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.Place;
import java.util.List;

/**
 * What a check of some files found, as the renderers take it.
 *
 * @param toolVersion of this program
 * @param collector the collector that the files are for; unknown where they differ
 * @param rules all rules that there are
 * @param files how many were checked
 * @param findings those that are shown, in the order of the files and their text
 * @param suppressed how many comments silence
 * @param secrets places whose text must not be shown
 */
public record Report(
    String toolVersion,
    CollectorRelease collector,
    List<RuleInfo> rules,
    int files,
    List<Finding> findings,
    int suppressed,
    List<Place> secrets) {
  public Report {
    rules = List.copyOf(rules);
    findings = List.copyOf(findings);
    secrets = List.copyOf(secrets);
  }

  /** How many findings of a level are shown. */
  public int count(Severity severity) {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.severity() == severity) {
        count++;
      }
    }
    return count;
  }

  /** All in one line, such as {@code 1 file: 1 error, 2 warnings; 1 silenced}. */
  public String summary() {
    String counts =
        findings.isEmpty()
            ? "nothing found"
            : plural(count(Severity.ERROR), "error")
                + ", "
                + plural(count(Severity.WARNING), "warning")
                + ", "
                + plural(count(Severity.INFO), "info");
    return plural(files, "file")
        + ": "
        + counts
        + (suppressed == 0 ? "" : "; " + suppressed + " silenced");
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 || noun.equals("info") ? "" : "s");
  }
}
