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
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Section;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import java.util.ArrayList;
import java.util.List;

/** GT016: authenticators and storages, which only a start of the collector would miss. */
final class MissingExtension implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT016",
          "missing-extension",
          Severity.ERROR,
          "A component names an extension that is not defined or not enabled.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** A component's reference to an extension. */
  private record Use(Setting setting, ScalarValue name) {}

  @Override
  public void check(Subject subject, Findings findings) {
    Section extensions = subject.config().section(ComponentKind.EXTENSION);
    if (!extensions.isKnown() || !subject.config().enabledExtensions().isKnown()) {
      return;
    }
    for (Use use : uses(subject)) {
      ComponentId id = ComponentId.of(use.name().text());
      if (use.name().holdsExpression() || id.problem() != null) {
        continue;
      }
      if (extensions.get(id) == null) {
        List<String> defined =
            extensions.components().stream().map(each -> each.id().toString()).toList();
        findings.add(
            use.name().place(),
            "`" + use.setting().key() + "` names the extension `" + id + "`, which is not defined.",
            Nearest.to(id.toString(), defined)
                .map(nearest -> "Did you mean `" + nearest + "`?")
                .orElse(
                    "Define it under `extensions:` and enable it under `service: extensions:`."));
      } else if (subject.config().enabledExtensions().get(id) == null) {
        findings.add(
            use.name().place(),
            "`"
                + use.setting().key()
                + "` names the extension `"
                + id
                + "`, which is defined but not enabled.",
            "Add it to `service: extensions:`.");
      }
    }
  }

  /** Whether a component is an extension that another one names. */
  static boolean isNamed(Subject subject, Component component) {
    return component.kind() == ComponentKind.EXTENSION
        && uses(subject).stream()
            .anyMatch(use -> ComponentId.of(use.name().text()).equals(component.id()));
  }

  private static List<Use> uses(Subject subject) {
    List<Use> uses = new ArrayList<>();
    for (ComponentKind kind : ComponentKind.values()) {
      for (Component component : subject.config().section(kind).components()) {
        authenticators(component.body(), 0, uses);
        storages(component, uses);
      }
    }
    return uses;
  }

  private static void authenticators(Value value, int depth, List<Use> uses) {
    MapValue map = value.asMap();
    if (map == null || depth > 4) {
      return;
    }
    for (Setting setting : map.settings()) {
      MapValue inner = setting.value().asMap();
      Setting name = inner == null ? null : inner.get("authenticator");
      if (setting.key().equals("auth") && name != null) {
        add(name, uses);
      } else {
        authenticators(setting.value(), depth + 1, uses);
      }
    }
  }

  private static void storages(Component component, List<Use> uses) {
    Setting queue = component.find("sending_queue", "storage");
    if (queue != null && component.kind() == ComponentKind.EXPORTER) {
      add(queue, uses);
    }
    Setting own = component.find("storage");
    if (own != null
        && component.kind() == ComponentKind.RECEIVER
        && own.value() instanceof ScalarValue name
        && ComponentId.of(name.text()).type().endsWith("_storage")) {
      add(own, uses);
    }
  }

  private static void add(Setting setting, List<Use> uses) {
    if (setting.value() instanceof ScalarValue name && name.type() == ScalarType.STRING) {
      uses.add(new Use(setting, name));
    }
  }
}
