package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.gentrace.ConfigEdits;
import ai.gentrace.otel.cli.gentrace.RemovalPlan;
import ai.gentrace.otel.cli.gentrace.RemovalPlanner;
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

/** Takes the Gentrace parts out of a file. */
final class RemovalEdit implements FileEdits.Edit {
  private final ConfigOptions options;
  private final boolean force;
  private final boolean would;

  /**
   * @param force whether the user's changes inside our parts go too
   * @param would whether nothing is written, so that the summary says "would"
   */
  RemovalEdit(ConfigOptions options, boolean force, boolean would) {
    this.options = options;
    this.force = force;
    this.would = would;
  }

  @Override
  public EditOutcome apply(YamlStream file, Optional<Path> path) {
    ConfigChoice choice = options.choose(file);
    if (choice instanceof ConfigChoice.Refused refused) {
      return EditOutcome.Refused.of(refused);
    }
    LocatedConfig config = ((ConfigChoice.Chosen) choice).config();
    String name = file.source().name();
    RemovalPlan plan = RemovalPlanner.plan(config);
    if (plan.isEmpty()) {
      return new EditOutcome.Unchanged(
          List.of(name + ": nothing to do, there are no Gentrace parts in it"), List.of());
    }
    if (!plan.obstacles().isEmpty()) {
      return refused(
          plan.obstacles(),
          "is used elsewhere",
          "Take it out there first; remove leaves that to you.");
    }
    if (!plan.edits().isEmpty() && !force) {
      return refused(
          plan.edits(),
          "was changed inside the Gentrace parts",
          "--force takes that out too; or keep it elsewhere first.");
    }
    EditResult result = Editor.edit(ConfigEdits.of(config, plan));
    if (result instanceof Refusal refusal) {
      return EditOutcome.Refused.of(refusal, "Take the parts out by hand.");
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        name + ": " + (would ? "would remove" : "removed") + " from the " + config.title() + ":");
    plan.entries().forEach(entry -> notes.add("  " + entry.path()));
    if (plan.keyEntry() != null) {
      notes.add("  " + plan.keyEntry().place().path());
    }
    if (would) {
      notes.add("nothing was written");
    }
    return new EditOutcome.Changed((Edited) result, notes, List.of());
  }

  private static EditOutcome refused(List<RemovalPlan.Edit> edits, String what, String wayOut) {
    String list =
        edits.stream()
            .map(edit -> "\n  " + edit.place() + ": " + edit.what())
            .collect(Collectors.joining());
    return new EditOutcome.Refused(
        Optional.of(edits.get(0).place().start().toString()), what + ":" + list, wayOut);
  }
}
