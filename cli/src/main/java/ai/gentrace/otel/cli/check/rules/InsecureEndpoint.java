package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import org.jspecify.annotations.Nullable;

/** GT103: transport without protection. */
final class InsecureEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT103",
          "insecure-endpoint",
          Severity.ERROR,
          "Spans and the API key go to Gentrace over plain http, or to whoever answers.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final LazyPattern PRIVATE =
      LazyPattern.of(
          "10\\..*|192\\.168\\..*|172\\.(1[6-9]|2[0-9]|3[01])\\..*|169\\.254\\..*|\\[f[cd].*|\\[fe80.*");
  private static final LazyPattern NUMERIC = LazyPattern.of("[0-9.]+|\\[.*\\]");

  @Override
  public void check(Subject subject, Findings findings) {
    for (Component exporter : GentraceExporters.http(subject)) {
      ScalarValue url = GentraceExporters.url(exporter);
      GentraceExporters.Parts parts = url == null ? null : GentraceExporters.parts(url.text());
      if (url == null || parts == null || parts.host().contains("$")) {
        continue;
      }
      Severity severity = severity(parts.host());
      if (severity == null) {
        continue;
      }
      ScalarValue skip = exporter.scalar("tls", "insecure_skip_verify");
      if (parts.scheme().equals("http")) {
        findings.add(
            severity,
            url.place(),
            "Prompts, answers and the API key go over the network unencrypted.",
            "Write https://.",
            null);
      } else if (skip != null && skip.type() == ScalarType.BOOL && isTrue(skip)) {
        findings.add(
            severity,
            skip.place(),
            "Nobody checks who answers for " + parts.host() + ": whoever does gets the API key.",
            "Take `insecure_skip_verify` out; give a private certificate authority as `ca_file`.",
            null);
      }
    }
  }

  private static boolean isTrue(ScalarValue scalar) {
    return scalar.text().equalsIgnoreCase("true");
  }

  /** How bad an unprotected way to a host is; null where it does not leave the machine. */
  private static @Nullable Severity severity(String host) {
    if (host.equals("localhost")
        || host.endsWith(".localhost")
        || host.startsWith("127.")
        || host.equals("[::1]")
        || host.equals("0.0.0.0")) {
      return null;
    }
    boolean inside =
        host.endsWith(".svc")
            || host.endsWith(".svc.cluster.local")
            || (!host.contains(".") && !NUMERIC.matcher(host).matches())
            || PRIVATE.matcher(host).matches();
    return inside ? Severity.WARNING : Severity.ERROR;
  }
}
