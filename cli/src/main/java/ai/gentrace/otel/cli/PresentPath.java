package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.gentrace.GentracePath;
import ai.gentrace.otel.cli.gentrace.MergePlan;
import ai.gentrace.otel.cli.gentrace.MergeRequest;
import ai.gentrace.otel.cli.gentrace.UpdatePlan;
import ai.gentrace.otel.cli.gentrace.UpdatePlanner;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.EditResult;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;
import ai.gentrace.otel.cli.yaml.edit.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What merge does with a config whose spans go to Gentrace already. It counts by its meaning:
 * without an error on the way, nothing has to be done.
 *
 * @param update whether the parts move to the form that fits now
 * @param would whether nothing is written
 */
record PresentPath(LocatedConfig config, ApiKey key, boolean update, boolean would) {
  EditOutcome outcome(MergePlan.Present present, MergeRequest wanted) {
    List<Finding> findings = PathCheck.findings(config, present.path(), wanted);
    List<String> notes = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    if (update) {
      update(wanted, changes, notes);
    } else {
      present
          .differences()
          .forEach(
              difference ->
                  notes.add(
                      "  differs from the template: " + difference.place() + ": " + difference));
    }
    present.notes().forEach(note -> notes.add("  note: " + note));
    if (changes.isEmpty() && !errors(findings).isEmpty()) {
      return broken(errors(findings));
    }
    for (Change change : key.changes(config)) {
      changes.add(change);
      notes.add("  new " + change.place().path() + ", with " + key.variable());
    }
    if (changes.isEmpty()) {
      notes.add(0, file() + ": nothing to do, spans go to Gentrace already");
      return new EditOutcome.Unchanged(notes, warnings(findings));
    }
    EditResult result = Editor.edit(changes);
    if (result instanceof Refusal refusal) {
      return EditOutcome.Refused.of(refusal, "Run remove and then init --merge.");
    }
    Edited edited = (Edited) result;
    LocatedConfig after = config.in(edited.output());
    List<Finding> left =
        PathCheck.findings(after, GentracePath.of(after.config(), wanted.endpoint()), wanted);
    if (!errors(left).isEmpty()) {
      return errors(findings).isEmpty() ? wouldBreak(errors(left)) : broken(errors(findings));
    }
    notes.add(
        0, file() + ": " + (would ? "would change" : "changed") + " the " + config.title() + ":");
    notes.add(would ? "nothing was written" : "next: restart the collector with it");
    return new EditOutcome.Changed(edited, notes, warnings(left));
  }

  private EditOutcome broken(List<Finding> errors) {
    return new EditOutcome.Refused(
        Optional.of(errors.get(0).start().toString()),
        "Spans go to Gentrace already, but not as they should:"
            + errors.stream().map(PresentPath::line).collect(Collectors.joining()),
        "gentrace-otel validate --fix " + file() + " repairs what is safe to repair.");
  }

  /** What the user set does not go with what the update brings. */
  private static EditOutcome wouldBreak(List<Finding> errors) {
    Finding first = errors.get(0);
    return new EditOutcome.Refused(
        Optional.empty(),
        "Updated, it would be wrong (" + first.rule().id() + "): " + first.message(),
        "Change what you set there first, or run remove --force and then init --merge.");
  }

  private static List<Finding> errors(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  private static List<String> warnings(List<Finding> findings) {
    return findings.stream().map(finding -> line(finding).strip()).toList();
  }

  private void update(MergeRequest wanted, List<Change> changes, List<String> notes) {
    UpdatePlan plan = UpdatePlanner.plan(config, wanted);
    changes.addAll(plan.changes());
    if (!plan.changes().isEmpty()) {
      notes.add("  collector: " + MergeSummary.release(plan.variant(), wanted.release()));
    }
    plan.moved().forEach(moved -> notes.add("  " + moved));
    plan.kept()
        .forEach(
            difference -> notes.add("  kept as it is: " + difference.place() + ": " + difference));
  }

  private String file() {
    return config.file().source().name();
  }

  private static String line(Finding finding) {
    return "\n  " + finding.rule().id() + " " + finding.place() + ": " + finding.message();
  }
}
