package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComposeFiles;
import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.gentrace.ConfigEdits;
import ai.gentrace.otel.cli.gentrace.MergePlan;
import ai.gentrace.otel.cli.gentrace.MergePlanner;
import ai.gentrace.otel.cli.gentrace.MergeRequest;
import ai.gentrace.otel.cli.gentrace.Overlay;
import ai.gentrace.otel.cli.gentrace.Tiers;
import ai.gentrace.otel.cli.gentrace.UpdatePlan;
import ai.gentrace.otel.cli.gentrace.UpdatePlanner;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.EditResult;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;
import ai.gentrace.otel.cli.yaml.edit.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds the Gentrace parts to a file. */
final class MergeEdit implements FileEdits.Edit {
  private final ConfigOptions options;
  private final MergeRequest request;
  private final boolean update;
  private final Optional<String> overlay;
  private final boolean would;
  private final List<LocatedConfig> merged = new ArrayList<>();

  /**
   * @param update whether parts that are there already move to the form that fits now
   */
  MergeEdit(ConfigOptions options, MergeRequest request, boolean update, Delivery delivery) {
    this.options = options;
    this.request = request;
    this.update = update;
    this.overlay = delivery.overlay();
    this.would = delivery.writesNothing();
  }

  @Override
  public EditOutcome apply(YamlStream file, Optional<Path> path) {
    ConfigChoice choice = options.choose(file);
    if (choice instanceof ConfigChoice.Refused refused) {
      return EditOutcome.Refused.of(refused);
    }
    LocatedConfig config = ((ConfigChoice.Chosen) choice).config();
    merged.add(config);
    List<YamlStream> compose =
        config.kind() == FileKind.PLAIN
            ? path.map(ComposeFiles::beside).orElse(List.of())
            : List.of();
    CollectorRelease release = options.release(config, compose);
    MergePlan plan = MergePlanner.plan(config, request.with(release));
    if (plan instanceof MergePlan.Refused refused) {
      return EditOutcome.Refused.of(refused);
    }
    if (plan instanceof MergePlan.Present present) {
      return present(config, present, request.with(release));
    }
    MergePlan.Add add = (MergePlan.Add) plan;
    if (overlay.isPresent()) {
      return overlay(overlay.get(), config, add);
    }
    EditResult result = Editor.edit(ConfigEdits.of(config, add));
    if (result instanceof Refusal refusal) {
      return EditOutcome.Refused.of(
          refusal, "Put the Gentrace parts into a second file: --overlay FILE.");
    }
    Edited edited = (Edited) result;
    String headline =
        file.source().name()
            + (would ? ": would add" : ": added")
            + " to the "
            + config.title()
            + ":";
    return new EditOutcome.Changed(
        edited,
        MergeSummary.lines(
            headline, config.in(edited.output()), add, config.kind(), request.keyVariable(), would),
        add.warnings());
  }

  /** Warnings about files of this run that would send the same spans twice. */
  List<String> tierWarnings() {
    List<String> warnings = new ArrayList<>();
    for (int from = 0; from < merged.size(); from++) {
      for (int to = 0; to < merged.size(); to++) {
        if (from != to && Tiers.feeds(merged.get(from).config(), merged.get(to).config())) {
          warnings.add(
              merged.get(from).file().source().name()
                  + " seems to send its traces to "
                  + merged.get(to).file().source().name()
                  + ". Merge exactly one tier, else Gentrace gets each marked span twice.");
        }
      }
    }
    return warnings;
  }

  private EditOutcome update(LocatedConfig config, MergeRequest wanted) {
    String file = config.file().source().name();
    UpdatePlan plan = UpdatePlanner.plan(config, wanted);
    List<String> kept =
        plan.kept().stream()
            .map(difference -> "  kept as it is: " + difference.place() + ": " + difference)
            .toList();
    if (plan.changes().isEmpty()) {
      List<String> notes = new ArrayList<>();
      notes.add(file + ": nothing to do, the Gentrace parts have this release's form");
      notes.addAll(kept);
      return new EditOutcome.Unchanged(notes, List.of());
    }
    EditResult result = Editor.edit(plan.changes());
    if (result instanceof Refusal refusal) {
      return EditOutcome.Refused.of(refusal, "Run remove and then init --merge.");
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        file
            + (would ? ": would move" : ": moved")
            + " the Gentrace parts (collector "
            + MergeSummary.release(plan.variant(), wanted.release())
            + "):");
    plan.moved().forEach(moved -> notes.add("  " + moved));
    notes.addAll(kept);
    return new EditOutcome.Changed((Edited) result, notes, List.of());
  }

  private EditOutcome overlay(String file, LocatedConfig config, MergePlan.Add add) {
    String text = Overlay.text(config, add);
    if (text == null) {
      return new EditOutcome.Refused(
          Optional.empty(),
          "The config is a text inside the "
              + config.kind().title()
              + ", and a second file would"
              + " replace it as a whole.",
          "Leave --overlay out: the text is edited in place.");
    }
    FileKind shape = config.kind() == FileKind.PLAIN ? FileKind.PLAIN : FileKind.HELM_VALUES;
    YamlStream written = YamlStream.parse(YamlSource.ofText(file, text));
    LocatedConfig alone = new LocatedConfig(shape, written, 0, config.path(), null, null);
    String headline =
        file
            + (would ? ": would hold" : ": holds")
            + " the Gentrace parts for the "
            + config.title()
            + " of "
            + config.file().source().name()
            + ":";
    return new EditOutcome.Beside(
        text,
        MergeSummary.lines(
            headline, alone.in(written), add, config.kind(), request.keyVariable(), would),
        add.warnings());
  }

  /** Counts what is there by its meaning: without an error on the way, nothing needs doing. */
  private EditOutcome present(
      LocatedConfig config, MergePlan.Present present, MergeRequest wanted) {
    String file = config.file().source().name();
    List<Finding> findings = PathCheck.findings(config, present.path(), wanted);
    List<Finding> errors =
        findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      return new EditOutcome.Refused(
          Optional.of(errors.get(0).start().toString()),
          "Spans go to Gentrace already, but not as they should:"
              + errors.stream().map(MergeEdit::line).collect(Collectors.joining()),
          "gentrace-otel validate --fix " + file + " repairs what is safe to repair.");
    }
    if (update) {
      return update(config, wanted);
    }
    List<String> notes = new ArrayList<>();
    notes.add(file + ": nothing to do, spans go to Gentrace already");
    present
        .differences()
        .forEach(
            difference ->
                notes.add(
                    "  differs from the template: " + difference.place() + ": " + difference));
    return new EditOutcome.Unchanged(
        notes, findings.stream().map(finding -> line(finding).strip()).toList());
  }

  private static String line(Finding finding) {
    return "\n  " + finding.rule().id() + " " + finding.place() + ": " + finding.message();
  }
}
