package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.gentrace.MergePlan.Addition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides what a config lacks for Gentrace, and why. Used once per config. */
public final class MergePlanner {
  private final LocatedConfig located;
  private final CollectorConfig config;
  private final MergeObstacles obstacles;
  private final MergeRequest request;
  private final Templates templates;
  private final List<String> notes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private MergePlanner(LocatedConfig located, MergeRequest request, Templates templates) {
    this.located = located;
    this.config = located.config();
    this.obstacles = new MergeObstacles(located, config);
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
    List<Pipeline> traces = path.pipelines().stream().filter(Pipeline::isTraces).toList();
    if (!traces.isEmpty()) {
      return new MergePlan.Present(
          path,
          existing.stream().flatMap(part -> part.differences().stream()).toList(),
          existing.stream().map(ExistingPart::role).distinct().count() == PartRole.values().length,
          UnheededWishes.of(request, path.exporters(), traces, wishedCopies()));
    }
    MergePlan.Refused conflict = MergeObstacles.conflict(existing);
    return conflict != null ? conflict : additions(existing);
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
        MergePlan.Refused refused = obstacles.withoutReceiver();
        if (refused != null) {
          return refused;
        }
        Addition receiver = new Addition(AddedReceiver.SECTION, AddedReceiver.entry(located));
        additions.add(receiver);
        receivers = List.of(ComponentId.of(receiver.entry().key()));
        receiversFrom = "added, as there was none for OTLP";
      }
      describe(choice);
    } else {
      MergePlan.Refused undefined = obstacles.undefined(receivers);
      if (undefined != null) {
        return undefined;
      }
    }
    List<Pipeline> sharing = sharing(receivers);
    List<ComponentId> copied = wishedCopies();
    ComponentId from = request.processorsFrom();
    if (from != null) {
      MergePlan.Refused nothingToCopy = obstacles.nothingToCopy(from);
      if (nothingToCopy != null) {
        return nothingToCopy;
      }
      notes.add(
          copied.isEmpty()
              ? "Nothing was copied from " + from + ": it has only gates, samplers and batchers."
              : "Copied from " + from + ": " + MergeObstacles.names(copied) + ".");
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
    MergePlan.Refused elsewhere = obstacles.elsewhere(additions);
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

  private List<ComponentId> wishedCopies() {
    Pipeline from =
        request.processorsFrom() == null ? null : config.pipeline(request.processorsFrom());
    return from == null ? List.of() : CopiedProcessors.of(from);
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
      ExistingPart existingPart = there.get(part.role());
      if (existingPart == null) {
        additions.add(new Addition(part.section(), part.entry(values)));
      } else {
        notes.add(existingPart.id() + " was there already.");
      }
    }
    if (exporter != null) {
      Component component = config.component(ComponentKind.EXPORTER, exporter.id());
      notes.addAll(
          UnheededWishes.of(
              request, component == null ? List.of() : List.of(component), List.of(), List.of()));
    }
  }

  /** The traces pipelines that get spans from one of the receivers and have processors. */
  private List<Pipeline> sharing(List<ComponentId> receivers) {
    return config.pipelines().stream()
        .filter(Pipeline::isTraces)
        .filter(pipeline -> !pipeline.processors().items().isEmpty())
        .filter(pipeline -> pipeline.receivers().ids().stream().anyMatch(receivers::contains))
        .toList();
  }

  private void describe(ReceiverChoice choice) {
    if (!choice.handingOn().isEmpty()) {
      notes.add(
          "Left out "
              + MergeObstacles.names(choice.handingOn())
              + ", which only hand"
              + (choice.handingOn().size() == 1 ? "s" : "")
              + " on to another collector or a broker.");
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
                + MergeObstacles.names(changing)
                + ", which Gentrace's spans do not pass; --processors-from "
                + pipeline.id()
                + " copies them.");
      }
    }
  }
}
