package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;

/** GT102: the path that spans are posted to. */
final class EndpointPath implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT102",
          "endpoint-path",
          Severity.ERROR,
          "A URL of Gentrace with the wrong path, or traces_endpoint without any.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Component exporter : GentraceExporters.http(subject)) {
      ScalarValue url = GentraceExporters.url(exporter);
      if (url == null || url.holdsExpression()) {
        continue;
      }
      GentraceExporters.Parts parts = GentraceExporters.parts(url.text());
      if (parts == null) {
        continue;
      }
      boolean whole = GentraceExporters.isWhole(exporter);
      if (whole && (parts.path().isEmpty() || parts.path().equals("/"))) {
        findings.add(
            url.place(),
            "`traces_endpoint` is taken as it is, and without a path spans are posted to `/`.",
            "Write the whole URL: " + expected(subject, parts) + ".");
        continue;
      }
      String posted = whole ? parts.path() : appended(parts.path());
      boolean doubled = !whole && posted.endsWith("/v1/traces/v1/traces");
      String expected = expectedPath(subject, parts.host());
      if (!expected.isEmpty() && !doubled && !posted.equals(expected)) {
        findings.add(
            url.place(),
            "Gentrace takes spans at `"
                + expected
                + "`, and they would be posted to `"
                + posted
                + "`.",
            "Write `traces_endpoint: " + expected(subject, parts) + "`.");
      }
    }
  }

  private static String appended(String path) {
    return path.endsWith("/") ? path + "v1/traces" : path + "/v1/traces";
  }

  /** The path that a host takes spans at; empty where that is not known. */
  private static String expectedPath(Subject subject, String host) {
    GentraceExporters.Parts base = GentraceExporters.parts(subject.endpoint().tracesUrl());
    if (base != null && base.host().equals(host)) {
      return base.path();
    }
    GentraceExporters.Parts hosted = GentraceExporters.parts(GentraceEndpoint.HOSTED.tracesUrl());
    return hosted != null && GentraceEndpoint.isOwnHost(host) ? hosted.path() : "";
  }

  private static String expected(Subject subject, GentraceExporters.Parts parts) {
    GentraceExporters.Parts base = GentraceExporters.parts(subject.endpoint().tracesUrl());
    boolean own = base != null && base.host().equals(parts.host());
    return own ? subject.endpoint().tracesUrl() : GentraceEndpoint.HOSTED.tracesUrl();
  }
}
