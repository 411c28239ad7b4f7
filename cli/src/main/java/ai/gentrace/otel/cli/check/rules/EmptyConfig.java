package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Section;
import ai.gentrace.otel.cli.collector.Setting;
import org.jspecify.annotations.Nullable;

/** GT004: a config in which the collector finds nothing to do. */
final class EmptyConfig implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT004",
          "empty-config",
          Severity.ERROR,
          "The config has no receivers, no exporters or no pipelines.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    if (subject.isCompletedElsewhere() || !subject.config().problems().isEmpty()) {
      return;
    }
    MapValue root = subject.config().root();
    if (root.settings().isEmpty()) {
      findings.add(
          root.place(),
          "The config is empty.",
          "The collector reads only the first document of a file. `gentrace-otel init` writes a config to begin with.");
      return;
    }
    section(subject, ComponentKind.RECEIVER, findings);
    section(subject, ComponentKind.EXPORTER, findings);
    pipelines(root, findings);
  }

  private static void section(Subject subject, ComponentKind kind, Findings findings) {
    Section section = subject.config().section(kind);
    Setting setting = section.setting();
    if (!section.components().isEmpty()
        || isOpenOrWrong(setting)
        || UnknownSection.isMisspelled(subject.config().root(), kind.section())) {
      return;
    }
    findings.add(
        setting == null ? start(subject.config().root()) : setting.keyPlace(),
        "The config defines no " + kind.noun() + ".",
        "Define one under `" + kind.section() + ":`.");
  }

  private static void pipelines(MapValue root, Findings findings) {
    Setting service = root.get("service");
    Setting pipelines = root.find("service", "pipelines");
    if (isOpenOrWrong(service)
        || isOpenOrWrong(pipelines)
        || UnknownSection.isMisspelled(root, "service")
        || (service != null && UnknownSection.isMisspelled(service.value().asMap(), "pipelines"))) {
      return;
    }
    MapValue map = pipelines == null ? null : pipelines.value().asMap();
    if (map != null && !map.settings().isEmpty()) {
      return;
    }
    Place place = start(root);
    if (pipelines != null) {
      place = pipelines.keyPlace();
    } else if (service != null) {
      place = service.keyPlace();
    }
    findings.add(
        place,
        "The config has no pipeline, so that nothing flows.",
        "Define one under `service: pipelines:`.");
  }

  /** Whether what stands there is only known later, or is another rule's business. */
  private static boolean isOpenOrWrong(@Nullable Setting setting) {
    return setting != null && !setting.value().isNull() && setting.value().asMap() == null;
  }

  private static Place start(MapValue root) {
    return root.settings().iterator().next().keyPlace();
  }
}
