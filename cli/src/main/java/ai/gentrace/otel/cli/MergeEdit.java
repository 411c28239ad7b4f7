package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComposeFiles;
import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.gentrace.ConfigEdits;
import ai.gentrace.otel.cli.gentrace.Difference;
import ai.gentrace.otel.cli.gentrace.MergePlan;
import ai.gentrace.otel.cli.gentrace.MergePlanner;
import ai.gentrace.otel.cli.gentrace.MergeRequest;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.EditResult;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;
import ai.gentrace.otel.cli.yaml.edit.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds the Gentrace parts to a file. */
final class MergeEdit implements FileEdits.Edit {
  private final ConfigOptions options;
  private final MergeRequest request;
  private final boolean would;

  /**
   * @param would whether nothing is written, so that the summary says "would"
   */
  MergeEdit(ConfigOptions options, MergeRequest request, boolean would) {
    this.options = options;
    this.request = request;
    this.would = would;
  }

  @Override
  public EditOutcome apply(YamlStream file, Optional<Path> path) {
    ConfigChoice choice = options.choose(file);
    if (choice instanceof ConfigChoice.Refused refused) {
      return EditOutcome.Refused.of(refused);
    }
    LocatedConfig config = ((ConfigChoice.Chosen) choice).config();
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
      return present(config, present);
    }
    MergePlan.Add add = (MergePlan.Add) plan;
    EditResult result = Editor.edit(ConfigEdits.of(config, add));
    if (result instanceof Refusal refusal) {
      return EditOutcome.Refused.of(
          refusal, "Put the Gentrace parts into a second file: --overlay FILE.");
    }
    Edited edited = (Edited) result;
    return new EditOutcome.Changed(
        edited,
        MergeSummary.lines(config, add, edited.output(), request.keyVariable(), would),
        add.warnings());
  }

  private static EditOutcome present(LocatedConfig config, MergePlan.Present present) {
    String file = config.file().source().name();
    List<String> notes = new ArrayList<>();
    notes.add(file + ": nothing to do, marked spans go to Gentrace already");
    for (Difference difference : present.differences()) {
      notes.add("  " + difference.place() + ": " + difference);
    }
    return new EditOutcome.Unchanged(notes);
  }
}
