package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComposeFiles;
import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.gentrace.ConfigEdits;
import ai.gentrace.otel.cli.gentrace.KeySecret;
import ai.gentrace.otel.cli.gentrace.MergePlan;
import ai.gentrace.otel.cli.gentrace.MergePlanner;
import ai.gentrace.otel.cli.gentrace.MergeRequest;
import ai.gentrace.otel.cli.gentrace.Overlay;
import ai.gentrace.otel.cli.gentrace.Tiers;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.Change;
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
  private final ApiKey key;
  private final boolean update;
  private final Optional<String> overlay;
  private final boolean would;
  private final List<LocatedConfig> merged = new ArrayList<>();

  /**
   * @param update whether parts that are there already move to the form that fits now
   */
  MergeEdit(
      ConfigOptions options,
      MergeRequest request,
      Optional<KeySecret> secret,
      boolean update,
      Delivery delivery) {
    this.options = options;
    this.request = request;
    this.key = new ApiKey(request.keyVariable(), secret);
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
    Optional<EditOutcome.Refused> noPlace = key.refusal(config, overlay.isPresent());
    if (noPlace.isPresent()) {
      return noPlace.get();
    }
    if (plan instanceof MergePlan.Present present) {
      return new PresentPath(config, key, update, would).outcome(present, request.with(release));
    }
    MergePlan.Add add = (MergePlan.Add) plan;
    if (overlay.isPresent()) {
      return overlay(overlay.get(), config, add);
    }
    List<Change> changes = new ArrayList<>(ConfigEdits.of(config, add));
    changes.addAll(key.changes(config));
    EditResult result = Editor.edit(changes);
    if (result instanceof Refusal refusal) {
      return EditOutcome.Refused.of(
          refusal, "Put the Gentrace parts into a second file: --overlay FILE.");
    }
    Edited edited = (Edited) result;
    LocatedConfig after = config.in(edited.output());
    Optional<EditOutcome.Refused> wrong = PathCheck.refusal(after, request.with(release));
    if (wrong.isPresent()) {
      return wrong.get();
    }
    String headline =
        file.source().name()
            + (would ? ": would add" : ": added")
            + " to the "
            + config.title()
            + ":";
    return new EditOutcome.Changed(edited, summary(headline, config, after, add), add.warnings());
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

  private EditOutcome overlay(String file, LocatedConfig config, MergePlan.Add add) {
    String text = Overlay.text(config, add, key.changes(config));
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
        text, summary(headline, config, alone.in(written), add), add.warnings());
  }

  private List<String> summary(
      String headline, LocatedConfig config, LocatedConfig after, MergePlan.Add add) {
    List<String> lines = new ArrayList<>(MergeSummary.lines(headline, after, add));
    key.changes(config)
        .forEach(
            change -> lines.add("  new " + change.place().path() + ", with " + key.variable()));
    lines.addAll(would ? List.of("nothing was written") : key.next(config));
    return lines;
  }
}
