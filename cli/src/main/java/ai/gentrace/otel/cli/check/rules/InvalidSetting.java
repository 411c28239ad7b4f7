package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Nearest;
import ai.gentrace.otel.cli.collector.Release;
import ai.gentrace.otel.cli.collector.Setting;

/** GT019: settings of the components that Gentrace's path uses. */
final class InvalidSetting implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT019",
          "invalid-setting",
          Severity.ERROR,
          "A setting that the component does not have, or a value that it does not take.");

  /** The type of lists that, unlike others, may not be null. */
  private static final String CONDITIONS = "conditions";

  private final SettingSchema schema = SettingSchema.bundled();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (ComponentKind kind : ComponentKind.values()) {
      for (Component component : subject.config().section(kind).components()) {
        SettingSchema.Node node = schema.of(kind, component.id().type());
        MapValue body = component.body().asMap();
        if (node != null) {
          if (body != null) {
            map(subject, component, body, node, findings);
          }
          OwnValidation.check(subject, component, findings);
        }
      }
    }
  }

  private static void map(
      Subject subject,
      Component component,
      MapValue map,
      SettingSchema.Node node,
      Findings findings) {
    for (Setting setting : map.settings()) {
      SettingSchema.Node child = node.children().get(setting.key());
      if (child == null) {
        unknown(component, setting, node, findings);
      } else if (isOutOfTime(subject, child)) {
        outOfTime(subject, component, setting, child, findings);
      } else {
        value(subject, component, setting, child, findings);
      }
    }
  }

  private static void value(
      Subject subject,
      Component component,
      Setting setting,
      SettingSchema.Node node,
      Findings findings) {
    if (setting.value().isNull() && node.type().equals(CONDITIONS)) {
      findings.add(
          setting.keyPlace(),
          "`" + setting.key() + "` takes a list, and there is nothing.",
          "Write `[]`, or take the key out.");
    }
    if (setting.value().isNull() || setting.value().isExpression()) {
      return;
    }
    if (!node.type().isEmpty()) {
      SettingValue.check(setting, node.type(), findings);
    } else if (setting.value() instanceof MapValue inner) {
      map(subject, component, inner, node, findings);
    } else {
      findings.add(
          setting.value().place(),
          "`" + setting.key() + "` takes a map, and this is " + setting.value().kind() + ".",
          "");
    }
  }

  private static void unknown(
      Component component, Setting setting, SettingSchema.Node node, Findings findings) {
    findings.add(
        setting.keyPlace(),
        "`" + component.id().type() + "` has no setting `" + setting.key() + "` here.",
        Nearest.to(setting.key(), node.children().keySet())
            .map(nearest -> "Did you mean `" + nearest + "`?")
            .orElse(""));
  }

  private static boolean isOutOfTime(Subject subject, SettingSchema.Node node) {
    Release version = subject.version();
    return version != null
        && version.major() == 0
        && (version.minor() < node.since() || version.minor() >= node.until());
  }

  private static void outOfTime(
      Subject subject,
      Component component,
      Setting setting,
      SettingSchema.Node node,
      Findings findings) {
    Release version = subject.version();
    boolean early = version != null && version.minor() < node.since();
    findings.add(
        setting.keyPlace(),
        "`"
            + component.id().type()
            + "` has no setting `"
            + setting.key()
            + "` in collector "
            + version
            + ".",
        early
            ? "It came with 0." + node.since() + "."
            : "It was removed with 0." + node.until() + ".");
  }
}
