package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Fix;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.References;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.NewScalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GT018: deprecated names, where the release is known. */
final class RenamedComponent implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT018",
          "renamed-component",
          Severity.INFO,
          "A component under a name that its release has deprecated.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (ComponentKind kind : ComponentKind.values()) {
      for (Component component : subject.config().section(kind).components()) {
        String name = subject.components().renamed(kind, component.id().type());
        if (name != null) {
          findings.add(
              component.setting().keyPlace(),
              "`"
                  + component.id().type()
                  + "` is a deprecated name: in "
                  + subject.components().title()
                  + " this "
                  + kind.noun()
                  + " is called `"
                  + name
                  + "`.",
              "The old name still works, and will be removed some day.",
              fix(subject, component, name));
        }
      }
    }
  }

  /** Renames the definition and every mention; none where the new id is taken. */
  private static @Nullable Fix fix(Subject subject, Component component, String name) {
    String id = new ComponentId(name, component.id().name()).toString();
    if (subject.config().component(component.kind(), ComponentId.of(id)) != null
        || MissingExtension.isNamed(subject, component)
        || subject.located().size() != 1) {
      return null;
    }
    List<Change> changes = new ArrayList<>();
    var definition =
        Edits.place(
            subject,
            component.setting().keyPlace(),
            component.kind().section(),
            component.setting().key());
    if (definition == null) {
      return null;
    }
    changes.add(new Change.RenameKey(definition, id));
    if (component.kind() == ComponentKind.EXTENSION) {
      mentions(subject, subject.config().enabledExtensions(), component, id, changes, "service");
    }
    for (Pipeline pipeline : subject.config().pipelines()) {
      for (References references : lists(pipeline, component.kind())) {
        mentions(
            subject,
            references,
            component,
            id,
            changes,
            "service",
            "pipelines",
            pipeline.setting().key());
      }
    }
    return new Fix(true, "Rename it to `" + id + "` everywhere.", changes);
  }

  private static List<References> lists(Pipeline pipeline, ComponentKind kind) {
    return switch (kind) {
      case CONNECTOR -> List.of(pipeline.receivers(), pipeline.exporters());
      case EXTENSION -> List.of();
      case RECEIVER, PROCESSOR, EXPORTER -> List.of(pipeline.references(kind));
    };
  }

  private static void mentions(
      Subject subject,
      References references,
      Component component,
      String id,
      List<Change> changes,
      String... keys) {
    Setting setting = references.setting();
    List<String> way = new ArrayList<>(List.of(keys));
    if (setting == null) {
      return;
    }
    way.add(setting.key());
    var list = Edits.place(subject, setting.keyPlace(), way.toArray(String[]::new));
    for (int i = 0; list != null && i < references.items().size(); i++) {
      if (references.items().get(i).id().equals(component.id())) {
        changes.add(new Change.ReplaceScalar(Edits.item(list, i), NewScalar.string(id)));
      }
    }
  }
}
