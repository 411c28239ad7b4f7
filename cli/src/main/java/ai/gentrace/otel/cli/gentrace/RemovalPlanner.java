package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.gentrace.RemovalPlan.Edit;
import ai.gentrace.otel.cli.gentrace.RemovalPlan.Entry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.edit.NewEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what merge put into a config: whatever release of this tool did it, with whatever options.
 * Used once per config.
 */
public final class RemovalPlanner {
  private final CollectorConfig config;
  private final LocatedConfig located;
  private final List<Template> templates;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<Edit> obstacles = new ArrayList<>();

  private RemovalPlanner(LocatedConfig located, List<Template> templates) {
    this.located = located;
    this.config = located.config();
    this.templates = templates;
  }

  /** Plans a removal; changes nothing. */
  public static RemovalPlan plan(LocatedConfig located) {
    return plan(located, Templates.shipped());
  }

  static RemovalPlan plan(LocatedConfig located, Templates templates) {
    return new RemovalPlanner(located, templates.all()).plan();
  }

  private RemovalPlan plan() {
    List<ExistingPart> parts = ExistingPart.in(config, templates);
    for (ExistingPart part : parts) {
      add(part);
    }
    for (ExistingPart part : parts) {
      findUses(part, parts);
    }
    addReceiver(parts);
    KeyEntry.Added key = KeyEntry.added(PodEnvironment.of(located));
    if (key != null && !key.isUnchanged()) {
      edits.add(
          new Edit(
              new Place(located.file().source(), key.node().extent()),
              key.place().path() + ": more than a variable from a Secret"));
    }
    return new RemovalPlan(entries, key == null ? null : key.removal(), edits, obstacles);
  }

  private void add(ExistingPart part) {
    List<TemplatePart> sameRole =
        templates.stream().map(template -> template.part(part.role())).toList();
    entries.add(
        new Entry(
            part.template().section(),
            part.setting().key(),
            sameRole.stream().map(each -> each.entry().comments()).distinct().toList()));
    for (Difference difference : part.differences()) {
      edits.add(new Edit(difference.place(), difference.toString()));
    }
    addComments(
        sameRole.stream().map(TemplatePart::setting).toList(),
        part.setting(),
        part.template().section());
  }

  private void addComments(List<Setting> templates, Setting setting, List<String> section) {
    for (Place comment : new OwnComments(templates).foreign(setting, isInBraces(section))) {
      edits.add(new Edit(comment, "the comment " + OwnComments.text(comment)));
    }
  }

  private boolean isInBraces(List<String> section) {
    int last = section.size() - 1;
    Setting holder = config.root().find(section.subList(0, last), section.get(last));
    MapValue map = holder == null ? null : holder.value().asMap();
    YamlMapping node = map == null ? null : map.node();
    return node != null && node.flow();
  }

  /** Notes where another pipeline uses a part, which would then name something undefined. */
  private void findUses(ExistingPart part, List<ExistingPart> parts) {
    if (part.role() == PartRole.PIPELINE) {
      return;
    }
    ComponentKind kind =
        part.role() == PartRole.EXPORTER ? ComponentKind.EXPORTER : ComponentKind.PROCESSOR;
    for (Pipeline pipeline : config.pipelines()) {
      Reference use = pipeline.references(kind).get(part.id());
      boolean ours =
          parts.stream()
              .anyMatch(
                  other -> other.role() == PartRole.PIPELINE && other.id().equals(pipeline.id()));
      if (use != null && !ours) {
        obstacles.add(
            new Edit(use.item().place(), part.id() + " is also used in " + pipeline.id()));
      }
    }
  }

  /** The receiver that merge adds is known by its comment; used elsewhere too, it stays. */
  private void addReceiver(List<ExistingPart> parts) {
    NewEntry added = AddedReceiver.entry(located);
    ComponentId id = ComponentId.of(added.key());
    Setting setting = config.root().find("receivers", added.key());
    if (setting == null || !OwnComments.above(setting).containsAll(added.comments())) {
      return;
    }
    boolean usedElsewhere =
        config.pipelines().stream()
            .filter(pipeline -> pipeline.receivers().get(id) != null)
            .anyMatch(
                pipeline -> parts.stream().noneMatch(part -> part.id().equals(pipeline.id())));
    if (usedElsewhere) {
      return;
    }
    Entry entry = new Entry(AddedReceiver.SECTION, added.key(), List.of(added.comments()));
    entries.add(entry);
    if (!AddedReceiver.isSame(setting, located)) {
      edits.add(new Edit(setting.keyPlace(), entry.path() + ": not as it was added"));
    }
    addComments(List.of(AddedReceiver.template()), setting, AddedReceiver.SECTION);
  }
}
