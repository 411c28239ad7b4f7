package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ConfigProblem;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.References;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import org.jspecify.annotations.Nullable;

/** GT006: values of a type that the collector refuses outside of components. */
final class WrongType implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT006",
          "wrong-type",
          Severity.ERROR,
          "A map, list or string stands where another is needed.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (ConfigProblem problem : subject.config().problems()) {
      if (problem.kind() == ConfigProblem.Kind.NOT_A_MAP) {
        findings.add(problem.place(), problem.message(), "");
      }
    }
    MapValue root = subject.config().root();
    for (ComponentKind kind : ComponentKind.values()) {
      map(root.get(kind.section()), findings);
      for (Component component : subject.config().section(kind).components()) {
        map(component.setting(), findings);
      }
    }
    map(root.get("service"), findings);
    map(root.find("service", "telemetry"), findings);
    map(root.find("service", "pipelines"), findings);
    names(subject.config().enabledExtensions(), findings);
    for (Pipeline pipeline : subject.config().pipelines()) {
      map(pipeline.setting(), findings);
      names(pipeline.receivers(), findings);
      names(pipeline.processors(), findings);
      names(pipeline.exporters(), findings);
    }
  }

  private static void map(@Nullable Setting setting, Findings findings) {
    if (setting == null || isOpen(setting.value()) || setting.value() instanceof MapValue) {
      return;
    }
    findings.add(
        setting.value().place(),
        "`" + setting.key() + "` takes a map, and this is " + setting.value().kind() + ".",
        "");
  }

  private static void names(References references, Findings findings) {
    Setting setting = references.setting();
    if (setting == null || isOpen(setting.value())) {
      return;
    }
    if (!(setting.value() instanceof ListValue list)) {
      findings.add(
          setting.value().place(),
          "`" + setting.key() + "` takes a list, and this is " + setting.value().kind() + ".",
          setting.value() instanceof ScalarValue scalar && !scalar.text().contains(" ")
              ? "Write [" + scalar.text() + "]."
              : "");
      return;
    }
    for (Value item : list.items()) {
      boolean name =
          item instanceof ScalarValue scalar
              && (scalar.type() == ScalarType.STRING || scalar.type() == ScalarType.NULL);
      if (!name) {
        findings.add(
            item.place(),
            "`" + setting.key() + "` takes names, and this is " + item.kind() + ".",
            item instanceof MapValue ? "A colon behind a name makes a map of it." : "");
      }
    }
  }

  private static boolean isOpen(Value value) {
    return value.isNull() || value.isExpression();
  }
}
