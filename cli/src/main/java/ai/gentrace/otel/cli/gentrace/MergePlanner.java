package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.gentrace.MergePlan.Addition;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what a config lacks for Gentrace, and why. Used once per config. */
public final class MergePlanner {
  private final LocatedConfig located;
  private final CollectorConfig config;
  private final MergeRequest request;
  private final Templates templates;
  private final List<String> notes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private MergePlanner(LocatedConfig located, MergeRequest request, Templates templates) {
    this.located = located;
    this.config = located.config();
    this.request = request;
    this.templates = templates;
  }

  /** Plans a merge; changes nothing. */
  public static MergePlan plan(LocatedConfig located, MergeRequest request) {
    return plan(located, request, Templates.shipped());
  }

  static MergePlan plan(LocatedConfig located, MergeRequest request, Templates templates) {
    return new MergePlanner(located, request, templates).plan();
  }

  private MergePlan plan() {
    List<ExistingPart> existing = ExistingPart.in(config, templates.all());
    GentracePath path = GentracePath.of(config, request.endpoint());
    if (path.pipelines().stream().anyMatch(Pipeline::isTraces)) {
      return new MergePlan.Present(
          path,
          existing.stream().flatMap(part -> part.differences().stream()).toList(),
          existing.stream().map(ExistingPart::role).distinct().count() == PartRole.values().length);
    }
    MergePlan.Refused conflict = conflict(existing);
    return conflict != null ? conflict : additions(existing);
  }

  private static MergePlan.@Nullable Refused conflict(List<ExistingPart> existing) {
    for (ExistingPart part : existing) {
      String path = String.join(".", part.template().section()) + "." + part.setting().key();
      if (part.role() == PartRole.PIPELINE) {
        return new MergePlan.Refused(
            part.setting().keyPlace(),
            path + " is there already and does not export to Gentrace.",
            "Give that pipeline another name, or make it export to Gentrace.");
      }
      if (!part.differences().isEmpty()) {
        return new MergePlan.Refused(
            part.differences().get(0).place(),
            path
                + " is there already and is something else: "
                + part.differences().stream()
                    .map(Difference::toString)
                    .collect(Collectors.joining("; "))
                + ".",
            "Rename or remove it, or make it what the template has.");
      }
    }
    return null;
  }

  private MergePlan additions(List<ExistingPart> existing) {
    List<Addition> additions = new ArrayList<>();
    List<ComponentId> receivers = request.receivers();
    String receiversFrom = "as asked with --receivers";
    if (receivers.isEmpty()) {
      ReceiverChoice choice = ReceiverChoice.of(config);
      receivers = choice.receivers();
      receiversFrom = choice.reason();
      if (receivers.isEmpty()) {
        if (located.kind() == FileKind.HELM_VALUES) {
          return new MergePlan.Refused(
              null,
              "The file names no receiver for traces; which ones the chart defines is not known.",
              "Name them: --receivers otlp.");
        }
        if (isUnmarkable()) {
          return new MergePlan.Refused(
              null,
              "The config has no receiver for OTLP, and where it is written in braces no comment can"
                  + " mark an added one for remove.",
              "Define a receiver of type otlp, or name one: --receivers NAME.");
        }
        Addition receiver = new Addition(AddedReceiver.SECTION, AddedReceiver.entry(located));
        additions.add(receiver);
        receivers = List.of(ComponentId.of(receiver.entry().key()));
        receiversFrom = "added, as there was none for OTLP";
      }
      describe(choice);
    } else {
      MergePlan.Refused undefined = undefined(receivers);
      if (undefined != null) {
        return undefined;
      }
    }
    List<Pipeline> sharing = sharing(receivers);
    List<ComponentId> copied = List.of();
    ComponentId from = request.processorsFrom();
    if (from != null) {
      Pipeline pipeline = config.pipeline(from);
      if (pipeline == null) {
        return noPipeline(from);
      }
      copied = CopiedProcessors.of(pipeline);
      notes.add(
          copied.isEmpty()
              ? "Nothing was copied from " + from + ": it has only gates, samplers and batchers."
              : "Copied from " + from + ": " + names(copied) + ".");
    } else {
      describeUncopied(sharing);
    }
    List<ComponentId> before =
        sharing.stream()
            .map(CopiedProcessors::limiter)
            .filter(l -> !l.isEmpty())
            .findFirst()
            .orElse(List.of());
    addParts(existing, receivers, before, copied, additions);
    MergePlan.Refused elsewhere = elsewhere(additions);
    if (elsewhere != null) {
      return elsewhere;
    }
    return new MergePlan.Add(
        Variant.of(request.release()),
        request.release(),
        additions,
        receivers,
        receiversFrom,
        notes,
        warnings);
  }

  /** Whether a receiver would be added in flow style, which holds no comments. */
  private boolean isUnmarkable() {
    YamlMapping root = config.root().node();
    Setting section = config.root().get(AddedReceiver.SECTION.get(0));
    MapValue map = section == null ? null : section.value().asMap();
    YamlMapping receivers = map == null ? null : map.node();
    return (root != null && root.flow())
        || (receivers != null && receivers.flow() && !receivers.entries().isEmpty());
  }

  private void addParts(
      List<ExistingPart> existing,
      List<ComponentId> receivers,
      List<ComponentId> before,
      List<ComponentId> copied,
      List<Addition> additions) {
    Template template = templates.of(Variant.of(request.release()));
    Map<PartRole, ExistingPart> there = new LinkedHashMap<>();
    existing.forEach(part -> there.putIfAbsent(part.role(), part));
    ExistingPart exporter = there.get(PartRole.EXPORTER);
    PartValues values =
        new PartValues(
            request.endpoint(),
            request.keyVariable(),
            receivers,
            before,
            copied,
            exporter == null ? template.part(PartRole.EXPORTER).id() : exporter.id());
    for (TemplatePart part : template.parts()) {
      if (there.containsKey(part.role())) {
        notes.add(part.setting().key() + " was there already.");
      } else {
        additions.add(new Addition(part.section(), part.entry(values)));
      }
    }
  }

  /** A map that is to get an entry must stand in this file. */
  private MergePlan.@Nullable Refused elsewhere(List<Addition> additions) {
    for (Addition addition : additions) {
      for (int i = 1; i <= addition.section().size(); i++) {
        List<String> keys = addition.section().subList(0, i);
        Setting setting = config.root().find(keys.subList(0, i - 1), keys.get(i - 1));
        if (setting != null && setting.value().isExpression()) {
          return new MergePlan.Refused(
              setting.value().place(),
              String.join(".", keys)
                  + " comes from elsewhere ("
                  + ((ScalarValue) setting.value()).text()
                  + "), so nothing can be added to it here; a second --config would replace it.",
              "Write what it stands for into this file, or add the Gentrace parts to it by hand.");
        }
      }
    }
    return null;
  }

  /** The traces pipelines that get spans from one of the receivers. */
  private List<Pipeline> sharing(List<ComponentId> receivers) {
    return config.pipelines().stream()
        .filter(Pipeline::isTraces)
        .filter(pipeline -> pipeline.receivers().ids().stream().anyMatch(receivers::contains))
        .toList();
  }

  private void describe(ReceiverChoice choice) {
    if (!choice.handingOn().isEmpty()) {
      notes.add(
          "Left out "
              + names(choice.handingOn())
              + ": it only hands on to another collector or a broker.");
    }
    if (choice.onlyHandsOn()) {
      warnings.add(
          "All traces pipelines hand on to another collector or a broker. Exactly one tier should"
              + " send to Gentrace: merge there or here, not in both.");
    }
  }

  private void describeUncopied(List<Pipeline> sharing) {
    for (Pipeline pipeline : sharing) {
      List<ComponentId> changing = CopiedProcessors.changing(pipeline);
      if (!changing.isEmpty()) {
        notes.add(
            pipeline.id()
                + " also has "
                + names(changing)
                + ", which Gentrace's spans do not pass; --processors-from "
                + pipeline.id()
                + " copies them.");
      }
    }
  }

  private MergePlan.@Nullable Refused undefined(List<ComponentId> receivers) {
    if (located.kind() == FileKind.HELM_VALUES
        || !config.section(ComponentKind.RECEIVER).isKnown()) {
      return null;
    }
    for (ComponentId id : receivers) {
      if (config.component(ComponentKind.RECEIVER, id) == null && !config.isConnector(id)) {
        return new MergePlan.Refused(
            null,
            "The receiver " + id + " of --receivers is not defined.",
            "Defined are: "
                + names(
                    config.section(ComponentKind.RECEIVER).components().stream()
                        .map(component -> component.id())
                        .toList())
                + ".");
      }
    }
    return null;
  }

  private MergePlan.Refused noPipeline(ComponentId from) {
    return new MergePlan.Refused(
        null,
        "There is no pipeline " + from + " to copy processors from.",
        "There are: " + names(config.pipelines().stream().map(Pipeline::id).toList()) + ".");
  }

  private static String names(List<ComponentId> ids) {
    return ids.isEmpty()
        ? "none"
        : ids.stream().map(ComponentId::toString).collect(Collectors.joining(", "));
  }
}
