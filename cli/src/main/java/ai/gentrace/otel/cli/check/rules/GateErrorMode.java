package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Fix;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.NewEntry;
import ai.gentrace.otel.cli.yaml.edit.NewScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GT206: error_mode of a gate. */
final class GateErrorMode implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT206",
          "gate-error-mode",
          Severity.WARNING,
          "The gate does not say what happens when a condition fails, or passes the error on.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** The first release with the key. */
  private static final int FIRST = 80;

  @Override
  public void check(Subject subject, Findings findings) {
    for (Gate gate : subject.gates()) {
      if (gate.isJudged() && !subject.isBefore(FIRST) && !gate.filter().conditions().isEmpty()) {
        check(subject, gate, findings);
      }
    }
  }

  private static void check(Subject subject, Gate gate, Findings findings) {
    Component component = gate.filter().component();
    Setting mode = component.find("error_mode");
    Setting list = component.find("trace_conditions");
    boolean each = list != null && groups(list.value(), findings);
    if (mode == null && !each) {
      findings.add(
          component.setting().keyPlace(),
          "`error_mode` is missing, and what it is then differs by release: until 0.152 a condition"
              + " that fails would reject the whole request, for everybody.",
          "Add `error_mode: ignore`.",
          insertion(subject, component));
    } else if (mode != null) {
      propagates(mode, replacement(subject, component, mode), findings);
    }
  }

  /** Judges the items of a list; whether each of them has a mode of its own. */
  private static boolean groups(Value value, Findings findings) {
    ListValue list = value.asList();
    boolean all = list != null && !list.items().isEmpty();
    for (Value item : list == null ? List.<Value>of() : list.items()) {
      MapValue group = item.asMap();
      Setting mode = group == null ? null : group.get("error_mode");
      all &= mode != null;
      if (mode != null) {
        propagates(mode, null, findings);
      }
    }
    return all;
  }

  private static void propagates(Setting mode, @Nullable Fix fix, Findings findings) {
    if (mode.value() instanceof ScalarValue scalar && scalar.text().equalsIgnoreCase("propagate")) {
      findings.add(
          scalar.place(),
          "A condition that fails rejects the whole request: the sender repeats it, and other"
              + " backends get it twice.",
          "Write `ignore`.",
          fix);
    }
  }

  private static @Nullable Fix replacement(Subject subject, Component component, Setting mode) {
    var place =
        Edits.place(
            subject,
            mode.keyPlace(),
            ComponentKind.PROCESSOR.section(),
            component.setting().key(),
            mode.key());
    return place == null
        ? null
        : new Fix(
            true,
            "Write `ignore`.",
            List.of(new Change.ReplaceScalar(place, NewScalar.string("ignore"))));
  }

  private static @Nullable Fix insertion(Subject subject, Component component) {
    var place =
        Edits.place(
            subject,
            component.setting().keyPlace(),
            ComponentKind.PROCESSOR.section(),
            component.setting().key());
    return place == null
        ? null
        : new Fix(
            true,
            "Add `error_mode: ignore`.",
            List.of(
                new Change.InsertEntry(
                    place, NewEntry.of("error_mode", NewScalar.string("ignore")))));
  }
}
