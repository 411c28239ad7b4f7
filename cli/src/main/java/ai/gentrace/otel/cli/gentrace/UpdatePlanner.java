package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.NewEntry;
import ai.gentrace.otel.cli.yaml.edit.NewMapping;
import ai.gentrace.otel.cli.yaml.edit.NewScalar;
import ai.gentrace.otel.cli.yaml.edit.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves keys that still have the value of an older or other template to the one that fits now; what
 * the user set stays. Used once per config.
 */
public final class UpdatePlanner {
  private final LocatedConfig located;
  private final CollectorConfig config;
  private final Variant variant;
  private final Templates templates;
  private final List<Change> changes = new ArrayList<>();
  private final List<String> moved = new ArrayList<>();
  private final List<Difference> kept = new ArrayList<>();

  private UpdatePlanner(LocatedConfig located, Variant variant, Templates templates) {
    this.located = located;
    this.config = located.config();
    this.variant = variant;
    this.templates = templates;
  }

  /** Plans an update; changes nothing. */
  public static UpdatePlan plan(LocatedConfig located, MergeRequest request) {
    return plan(located, request, Templates.shipped());
  }

  static UpdatePlan plan(LocatedConfig located, MergeRequest request, Templates templates) {
    return new UpdatePlanner(located, Variant.of(request.release()), templates).plan();
  }

  private UpdatePlan plan() {
    Template target = templates.of(variant);
    for (ExistingPart part : ExistingPart.in(config, templates.all())) {
      TemplatePart now = target.part(part.role());
      kept.addAll(part.differences());
      Place place = ConfigEdits.place(located, part.template().section()).key(part.setting().key());
      if (part.setting().value() instanceof MapValue body
          && part.template().setting().value() instanceof MapValue old
          && now.setting().value() instanceof MapValue wanted
          && now.entry().value() instanceof NewMapping entries) {
        move(place, "", old, wanted, entries, body, part);
      }
      if (!part.id().equals(now.id())) {
        rename(part, place, now.id());
      }
    }
    return new UpdatePlan(variant, changes, moved, kept);
  }

  /** Moves the keys of one map. */
  private void move(
      Place place,
      String inner,
      MapValue old,
      MapValue wanted,
      NewMapping entries,
      MapValue body,
      ExistingPart part) {
    Set<String> gone = new HashSet<>();
    for (Setting before : old.settings()) {
      Setting there = body.get(before.key());
      if (there == null || PartComparison.isOwn(part.role(), path(inner, before.key()))) {
        continue;
      }
      Setting now = wanted.get(before.key());
      NewEntry entry = entries.get(before.key());
      if (now != null
          && entry != null
          && there.value() instanceof MapValue inFile
          && before.value() instanceof MapValue inOld
          && now.value() instanceof MapValue inNew
          && entry.value() instanceof NewMapping inside) {
        move(
            place.key(before.key()), path(inner, before.key()), inOld, inNew, inside, inFile, part);
      } else if (isSame(before.value(), there.value())
          && (now == null || !isSame(before.value(), now.value()))) {
        if (entry != null
            && entry.value() instanceof NewScalar scalar
            && !Objects.equals(commentBehind(before), commentBehind(there))) {
          // The value is the template's, the comment the user's.
          changes.add(new Change.ReplaceScalar(place.key(before.key()), scalar));
          moved.add("new " + place.key(before.key()).path());
          continue;
        }
        NewEntry template = NewEntry.of(before.keyPlace().source(), before.entry());
        changes.add(new Change.Delete(place.key(before.key()), List.of(template.comments())));
        gone.add(before.key());
        if (now == null) {
          moved.add("without " + place.key(before.key()).path());
        }
      }
    }
    for (NewEntry entry : entries.entries()) {
      Place there = place.key(entry.key());
      if (gone.contains(entry.key())
          || (old.get(entry.key()) == null && body.get(entry.key()) == null)) {
        changes.add(new Change.InsertEntry(place, entry));
        moved.add("new " + there.path());
      }
    }
  }

  private static String path(String inner, String key) {
    return inner.isEmpty() ? key : inner + "." + key;
  }

  private static @Nullable String commentBehind(Setting setting) {
    return NewEntry.commentBehind(setting.keyPlace().source(), setting.entry());
  }

  private static boolean isSame(Value one, Value other) {
    return PartComparison.isSame(one, other);
  }

  /** Gives a part the template's id, and every pipeline that names it. */
  private void rename(ExistingPart part, Place place, ComponentId id) {
    changes.add(new Change.RenameKey(place, id.toString()));
    moved.add(part.id() + " is now " + id);
    for (Pipeline pipeline : config.pipelines()) {
      List<Reference> items = pipeline.exporters().items();
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).id().equals(part.id())) {
          Place list =
              ConfigEdits.place(
                  located, List.of("service", "pipelines", pipeline.setting().key(), "exporters"));
          changes.add(
              new Change.ReplaceScalar(
                  list.resolve(YamlPath.ROOT.index(i)), NewScalar.string(id.toString())));
        }
      }
    }
  }
}
