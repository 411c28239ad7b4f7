package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Nearest;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.gentrace.AuthorizationHeader;
import java.util.List;

/** GT105: neither a header nor an authenticator. */
final class MissingAuthorization implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT105",
          "missing-authorization",
          Severity.ERROR,
          "An exporter to Gentrace without an API key.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Component exporter : GentraceExporters.http(subject)) {
      Setting headers = exporter.find("headers");
      Setting auth = exporter.find("auth");
      boolean open =
          exporter.body().isExpression()
              || (headers != null && headers.value().isExpression())
              || (auth != null && !auth.value().isNull());
      if (open || AuthorizationHeader.value(exporter) != null) {
        continue;
      }
      MapValue map = headers == null ? null : headers.value().asMap();
      String near =
          map == null
              ? ""
              : map.settings().stream()
                  .map(Setting::key)
                  .filter(
                      name ->
                          Nearest.to(name, List.of("Authorization", "authorization")).isPresent())
                  .findFirst()
                  .map(name -> "Did you mean `Authorization` where `" + name + "` stands? ")
                  .orElse("");
      findings.add(
          headers == null ? exporter.setting().keyPlace() : headers.keyPlace(),
          "`" + exporter.id() + "` sends no Authorization header: Gentrace answers 401.",
          near
              + "Add `Authorization: 'Bearer ${env:"
              + subject.keyVariable()
              + "}'` under `headers:`.");
    }
  }
}
