package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.Place;
import java.util.List;

/**
 * What came of checking one file, or several that are one config.
 *
 * @param findings in the order of the text, without those that comments silence
 * @param suppressed how many comments silence
 * @param secrets where secrets stand that must not be shown
 * @param release what is known of the collector
 */
public record CheckResult(
    List<Finding> findings, int suppressed, List<Place> secrets, CollectorRelease release) {
  public CheckResult {
    findings = List.copyOf(findings);
    secrets = List.copyOf(secrets);
  }
}
