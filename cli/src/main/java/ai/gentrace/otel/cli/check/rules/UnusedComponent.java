package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Nearest;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.References;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** GT015: definitions without use. */
final class UnusedComponent implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT015",
          "unused-component",
          Severity.WARNING,
          "Something is defined, and no pipeline or service.extensions uses it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    if (subject.isCompletedElsewhere() || subject.config().pipelines().isEmpty()) {
      return;
    }
    for (ComponentKind kind : ComponentKind.values()) {
      if (kind == ComponentKind.EXTENSION ? areExtensionsKnown(subject) : allKnown(subject)) {
        check(subject, kind, findings);
      }
    }
  }

  private static boolean areExtensionsKnown(Subject subject) {
    Setting service = subject.config().root().get("service");
    MapValue map = service == null ? null : service.value().asMap();
    return isKnownList(subject.config().enabledExtensions())
        && !UnknownSection.isMisspelled(map, "extensions");
  }

  private static boolean allKnown(Subject subject) {
    for (Pipeline pipeline : subject.config().pipelines()) {
      MapValue body = pipeline.setting().value().asMap();
      if (!pipeline.isKnown()
          || UnknownSection.isMisspelled(body, "receivers")
          || UnknownSection.isMisspelled(body, "processors")
          || UnknownSection.isMisspelled(body, "exporters")
          || !isKnownList(pipeline.receivers())
          || !isKnownList(pipeline.processors())
          || !isKnownList(pipeline.exporters())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKnownList(References names) {
    Setting setting = names.setting();
    boolean list =
        setting == null || setting.value().isNull() || setting.value() instanceof ListValue;
    return list && names.isKnown();
  }

  private static void check(Subject subject, ComponentKind kind, Findings findings) {
    Set<ComponentId> used = used(subject, kind);
    Set<String> meant = meant(subject, kind, used);
    for (Component component : subject.config().section(kind).components()) {
      if (used.contains(component.id())
          || component.id().problem() != null
          || meant.contains(component.id().toString())
          || MissingExtension.isNamed(subject, component)
          || Ways.isUnusedGate(subject, component)) {
        continue;
      }
      findings.add(
          component.setting().keyPlace(),
          kind == ComponentKind.EXTENSION
              ? "The extension `" + component.id() + "` is defined but not enabled."
              : "The " + kind.noun() + " `" + component.id() + "` is in no pipeline.",
          kind == ComponentKind.EXTENSION
              ? "Add it to `service: extensions:`, or take it out."
              : "Add it to a pipeline, or take it out.");
    }
  }

  /** What names without definition probably mean: those are reported instead. */
  private static Set<String> meant(Subject subject, ComponentKind kind, Set<ComponentId> used) {
    List<String> defined = new ArrayList<>();
    for (Component component : subject.config().section(kind).components()) {
      defined.add(component.id().toString());
    }
    Set<String> meant = new HashSet<>();
    for (ComponentId id : used) {
      if (!defined.isEmpty() && subject.config().component(kind, id) == null) {
        Optional<String> nearest = Nearest.to(id.toString(), defined);
        if (nearest.isPresent()) {
          meant.add(nearest.get());
        }
      }
    }
    return meant;
  }

  private static Set<ComponentId> used(Subject subject, ComponentKind kind) {
    if (kind == ComponentKind.EXTENSION) {
      return Set.copyOf(subject.config().enabledExtensions().ids());
    }
    Set<ComponentId> used = new HashSet<>();
    for (Pipeline pipeline : subject.config().pipelines()) {
      if (kind == ComponentKind.CONNECTOR) {
        used.addAll(pipeline.receivers().ids());
        used.addAll(pipeline.exporters().ids());
      } else {
        used.addAll(pipeline.references(kind).ids());
      }
    }
    return used;
  }
}
