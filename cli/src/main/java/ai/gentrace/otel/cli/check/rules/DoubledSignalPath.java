package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Fix;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.OtlpExporters;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.NewScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** GT101: `endpoint` with the signal's path in it. */
final class DoubledSignalPath implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT101",
          "doubled-signal-path",
          Severity.ERROR,
          "An endpoint that already ends in /v1/traces, to which the exporter appends it again.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final String SUFFIX = "/v1/traces";
  private static final LazyPattern DEFAULT = LazyPattern.of("\\$\\{env:[^:}]*:-([^}]*)\\}");

  @Override
  public void check(Subject subject, Findings findings) {
    for (Component exporter : subject.config().section(ComponentKind.EXPORTER).components()) {
      Setting endpoint = exporter.find("endpoint");
      if (endpoint == null
          || !(endpoint.value() instanceof ScalarValue url)
          || !OtlpExporters.isHttp(exporter.id())
          || GentraceExporters.isWhole(exporter)
          || !isDoubled(url.text())) {
        continue;
      }
      boolean gentrace = subject.path().exporters().contains(exporter);
      findings.add(
          gentrace ? Severity.ERROR : Severity.WARNING,
          url.place(),
          "The exporter appends `/v1/traces` to `endpoint`: spans would be posted to "
              + called(url.text())
              + ".",
          "Use `traces_endpoint`, which is taken as it is, or leave `/v1/traces` out.",
          fix(subject, exporter, endpoint, url));
    }
  }

  private static boolean isDoubled(String url) {
    return stripped(literal(url)).endsWith(SUFFIX);
  }

  /** The URL without a slash at its end. */
  private static String stripped(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** A URL that comes whole from a variable is what its default says. */
  private static String literal(String url) {
    Matcher matcher = DEFAULT.matcher(url);
    return matcher.matches() ? matcher.group(1) : url;
  }

  private static String called(String url) {
    String literal = literal(url);
    return literal.endsWith("/") ? literal + SUFFIX.substring(1) : literal + SUFFIX;
  }

  private static @Nullable Fix fix(
      Subject subject, Component exporter, Setting endpoint, ScalarValue url) {
    var place =
        Edits.place(
            subject,
            endpoint.keyPlace(),
            ComponentKind.EXPORTER.section(),
            exporter.setting().key(),
            endpoint.key());
    String text = stripped(url.text());
    if (place == null || !text.endsWith(SUFFIX) || exporter.find("traces_endpoint") != null) {
      return null;
    }
    boolean tracesOnly =
        subject.config().pipelines().stream()
            .filter(pipeline -> pipeline.exporters().get(exporter.id()) != null)
            .allMatch(Pipeline::isTraces);
    if (!tracesOnly) {
      String base = text.substring(0, text.length() - SUFFIX.length());
      return new Fix(
          true,
          "Leave `/v1/traces` out.",
          List.of(new Change.ReplaceScalar(place, NewScalar.string(base))));
    }
    List<Change> changes = new ArrayList<>();
    if (!text.equals(url.text())) {
      changes.add(new Change.ReplaceScalar(place, NewScalar.string(text)));
    }
    changes.add(new Change.RenameKey(place, "traces_endpoint"));
    return new Fix(true, "Use `traces_endpoint`.", changes);
  }
}
