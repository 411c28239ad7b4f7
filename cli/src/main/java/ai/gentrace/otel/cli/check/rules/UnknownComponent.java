package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.KnownComponents;
import ai.gentrace.otel.cli.collector.Nearest;
import java.util.Optional;

/** GT013: types against what the distribution and release hold. */
final class UnknownComponent implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT013",
          "unknown-component",
          Severity.ERROR,
          "A component type that the collector does not have.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (ComponentKind kind : ComponentKind.values()) {
      for (Component component : subject.config().section(kind).components()) {
        if (component.id().problem() == null) {
          check(subject, component, findings);
        }
      }
    }
  }

  private static void check(Subject subject, Component component, Findings findings) {
    KnownComponents known = subject.components();
    ComponentKind kind = component.kind();
    String type = component.id().type();
    switch (known.standing(kind, type)) {
      case ABSENT ->
          findings.add(
              component.setting().keyPlace(),
              "There is no " + kind.noun() + " `" + type + "` in " + known.title() + ".",
              help(subject, kind, type));
      case SUSPECT ->
          findings.add(
              Severity.WARNING,
              component.setting().keyPlace(),
              known.type(kind, type) == null
                  ? "No " + kind.noun() + " `" + type + "` is known."
                  : "No " + kind.noun() + " `" + type + "` is known in " + known.title() + ".",
              help(subject, kind, type)
                  + " For a build of your own, name what it holds with --components.",
              null);
      case PRESENT, OPEN -> {}
    }
  }

  private static String help(Subject subject, ComponentKind kind, String type) {
    Optional<String> nearest = Nearest.to(type, subject.components().types(kind));
    if (nearest.isPresent()) {
      return "Did you mean `" + nearest.get() + "`?";
    }
    for (ComponentKind other : ComponentKind.values()) {
      if (other != kind && subject.components().types(other).contains(type)) {
        return "There is "
            + other.oneNoun()
            + " of that type: define it under `"
            + other.section()
            + ":`.";
      }
    }
    return "Other distributions or releases may have it.";
  }
}
