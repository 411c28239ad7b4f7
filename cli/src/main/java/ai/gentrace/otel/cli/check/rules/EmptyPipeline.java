package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.References;
import ai.gentrace.otel.cli.collector.Setting;

/** GT009: pipelines that lack an end. */
final class EmptyPipeline implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT009",
          "empty-pipeline",
          Severity.ERROR,
          "A pipeline without a receiver or without an exporter.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    if (subject.isCompletedElsewhere()) {
      return;
    }
    for (Pipeline pipeline : subject.config().pipelines()) {
      if (!pipeline.isKnown()) {
        continue;
      }
      boolean noReceiver = isEmpty(pipeline, "receivers", pipeline.receivers());
      boolean noExporter = isEmpty(pipeline, "exporters", pipeline.exporters());
      if (noReceiver || noExporter) {
        String missing =
            noReceiver && noExporter
                ? "neither a receiver nor an exporter"
                : noReceiver ? "no receiver" : "no exporter";
        findings.add(
            pipeline.setting().keyPlace(),
            "The pipeline `" + pipeline.id() + "` has " + missing + ".",
            "The collector starts only with both in each pipeline.");
      }
    }
  }

  private static boolean isEmpty(Pipeline pipeline, String key, References references) {
    Setting setting = references.setting();
    return references.items().isEmpty()
        && !UnknownSection.isMisspelled(pipeline.setting().value().asMap(), key)
        && (setting == null || setting.value().isNull() || setting.value() instanceof ListValue);
  }
}
