package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Nearest;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.References;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Section;
import java.util.List;
import java.util.Optional;

/** GT008: names that no section defines. */
final class UndefinedReference implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT008",
          "undefined-reference",
          Severity.ERROR,
          "A pipeline or service.extensions names something that is not defined.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    if (subject.isCompletedElsewhere()) {
      return;
    }
    check(subject, ComponentKind.EXTENSION, subject.config().enabledExtensions(), findings);
    for (Pipeline pipeline : subject.config().pipelines()) {
      check(subject, ComponentKind.RECEIVER, pipeline.receivers(), findings);
      check(subject, ComponentKind.PROCESSOR, pipeline.processors(), findings);
      check(subject, ComponentKind.EXPORTER, pipeline.exporters(), findings);
    }
  }

  private static void check(
      Subject subject, ComponentKind kind, References references, Findings findings) {
    List<Section> sections = sections(subject, kind);
    MapValue root = subject.config().root();
    if (UnknownSection.isMisspelled(root, kind.section())
        || UnknownSection.isMisspelled(root, ComponentKind.CONNECTOR.section())) {
      return;
    }
    for (Section section : sections) {
      if (!section.isKnown()) {
        return;
      }
    }
    for (Reference reference : references.items()) {
      if (reference.item().isNull()) {
        findings.add(
            reference.item().place(),
            "This item is empty: it names no " + noun(kind) + ".",
            "Write a name, or take the item out.");
      }
      boolean name =
          reference.isKnown()
              && reference.item() instanceof ScalarValue scalar
              && scalar.type() == ScalarType.STRING
              && reference.id().problem() == null;
      if (name && !isDefined(sections, reference.id())) {
        findings.add(
            reference.item().place(),
            "No " + noun(kind) + " `" + reference.id() + "` is defined.",
            help(subject, kind, sections, reference.id()));
      }
    }
  }

  private static boolean isDefined(List<Section> sections, ComponentId id) {
    for (Section section : sections) {
      if (section.get(id) != null) {
        return true;
      }
    }
    return false;
  }

  private static List<Section> sections(Subject subject, ComponentKind kind) {
    Section own = subject.config().section(kind);
    return kind == ComponentKind.RECEIVER || kind == ComponentKind.EXPORTER
        ? List.of(own, subject.config().section(ComponentKind.CONNECTOR))
        : List.of(own);
  }

  private static String noun(ComponentKind kind) {
    return kind == ComponentKind.RECEIVER || kind == ComponentKind.EXPORTER
        ? kind.noun() + " or connector"
        : kind.noun();
  }

  private static String help(
      Subject subject, ComponentKind kind, List<Section> sections, ComponentId id) {
    List<String> defined =
        sections.stream()
            .flatMap(section -> section.components().stream())
            .map(component -> component.id().toString())
            .toList();
    Optional<String> nearest = Nearest.to(id.toString(), defined);
    if (nearest.isPresent()) {
      return "Did you mean `" + nearest.get() + "`?";
    }
    for (ComponentKind other : ComponentKind.values()) {
      Component elsewhere = subject.config().component(other, id);
      if (elsewhere != null) {
        return "`"
            + id
            + "` is defined under `"
            + other.section()
            + "`, at line "
            + elsewhere.setting().keyPlace().start().line()
            + ".";
      }
    }
    return "Define it under `" + kind.section() + ":`, or take the name out.";
  }
}
