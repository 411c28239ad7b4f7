package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.gentrace.gate.FilterCondition;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the line of the user's config that a failed proof is about. */
final class Blame {
  private static final Set<String> SAMPLERS =
      Set.of("tail_sampling", "probabilistic_sampler", "filter");

  private static final List<Trouble> TROUBLES =
      List.of(
          new Trouble("enabled", "false", "switch the queue to Gentrace on"),
          new Trouble("block_on_overflow", "true", "let a full queue drop, not block"),
          new Trouble("wait_for_result", "true", "let nobody wait for Gentrace's answer"));

  /** A queue's setting that lets trouble pass. */
  private record Trouble(String key, String value, String remedy) {}

  private final Rehearsal rehearsal;

  Blame(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** A line, and what to do about it. */
  record Culprit(@Nullable Place place, @Nullable String remedy) {}

  /** What keeps marked spans from an exporter to Gentrace. */
  Culprit ofMissing(ComponentId exporter) {
    List<CutRoute> routes = rehearsal.with().routesTo(exporter);
    if (routes.isEmpty()) {
      return new Culprit(
          keyPlace(ComponentKind.EXPORTER, exporter),
          "put " + exporter + " into a traces pipeline that an OTLP receiver feeds");
    }
    for (CutRoute route : routes) {
      for (Cut.Lane lane : route.lanes()) {
        for (ComponentId processor : lane.processors()) {
          if (rehearsal.parts().gates().contains(processor)) {
            return new Culprit(
                conditions(processor),
                "the gate " + processor + " drops marked spans; validate says what it means");
          }
          if (SAMPLERS.contains(processor.type())) {
            return new Culprit(
                item(lane.pipeline(), processor),
                "let " + exporter + " have a pipeline of its own, without " + processor);
          }
        }
      }
    }
    return new Culprit(routes.get(0).lanes().get(0).pipeline().setting().keyPlace(), null);
  }

  /** What lets unmarked spans come to an exporter to Gentrace. */
  Culprit ofUnmarked(ComponentId exporter) {
    List<CutRoute> routes = rehearsal.with().routesTo(exporter);
    for (CutRoute route : routes) {
      for (ComponentId processor : route.processors()) {
        if (rehearsal.parts().gates().contains(processor)) {
          return new Culprit(
              conditions(processor),
              "the gate " + processor + " lets unmarked spans pass; validate says what it means");
        }
      }
    }
    Place place = routes.isEmpty() ? null : last(routes.get(0)).setting().keyPlace();
    return new Culprit(place, "put a gate before " + exporter + "; init --merge writes one");
  }

  /** What makes another exporter lose spans. */
  Culprit ofLoss(ComponentId exporter) {
    for (CutRoute route : rehearsal.with().routesTo(exporter)) {
      for (Cut.Lane lane : route.lanes()) {
        for (ComponentId processor : lane.processors()) {
          if (rehearsal.parts().gates().contains(processor)) {
            return new Culprit(
                item(lane.pipeline(), processor),
                "the gate "
                    + processor
                    + " stands in "
                    + lane.pipeline().id()
                    + ", which feeds "
                    + exporter
                    + " too: give Gentrace a pipeline of its own");
          }
        }
      }
    }
    return new Culprit(keyPlace(ComponentKind.EXPORTER, exporter), null);
  }

  /** What lets trouble at Gentrace reach the receivers. */
  Culprit ofTrouble() {
    for (ComponentId exporter : rehearsal.parts().exporters()) {
      QueueSettings queue = new QueueSettings(rehearsal.config(), exporter);
      for (Trouble trouble : TROUBLES) {
        Setting setting = queue.get(trouble.key(), trouble.value());
        if (setting != null) {
          return new Culprit(setting.keyPlace(), trouble.remedy() + " (GT302)");
        }
      }
      for (CutRoute route : rehearsal.with().routesTo(exporter)) {
        if (route.processors().stream().noneMatch(id -> id.type().equals("batch"))) {
          Pipeline pipeline = last(route);
          Setting processors = pipeline.processors().setting();
          return new Culprit(
              processors == null ? pipeline.setting().keyPlace() : processors.keyPlace(),
              "put a batch processor behind the gate in "
                  + pipeline.id()
                  + ": it answers at once, whatever Gentrace does (GT305)");
        }
      }
    }
    return new Culprit(null, null);
  }

  /** The exporter's key in the config. */
  @Nullable Place keyPlace(ComponentKind kind, ComponentId id) {
    Component component = rehearsal.config().component(kind, id);
    return component == null ? null : component.setting().keyPlace();
  }

  private static Pipeline last(CutRoute route) {
    return route.lanes().get(route.lanes().size() - 1).pipeline();
  }

  private static @Nullable Place item(Pipeline pipeline, ComponentId processor) {
    Reference reference = pipeline.processors().get(processor);
    return reference == null ? null : reference.item().place();
  }

  /** Where a gate's conditions are written. */
  private @Nullable Place conditions(ComponentId gate) {
    Component component = rehearsal.config().component(ComponentKind.PROCESSOR, gate);
    if (component == null) {
      return null;
    }
    List<FilterCondition> conditions = SpanFilter.of(component).traceConditions();
    if (!conditions.isEmpty()) {
      return conditions.get(0).scalar().place();
    }
    return component.setting().keyPlace();
  }
}
