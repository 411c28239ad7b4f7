package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.Route;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways of spans to Gentrace, and what stands on them. */
final class Ways {
  static final Set<String> BATCHERS = Set.of("batch");
  static final Set<String> SAMPLERS = Set.of("probabilistic_sampler", "tail_sampling");

  /** Processors of other distributions may choose spans too. */
  private static final Set<String> CHOOSING_PROCESSORS = Set.of("tail_sampling");

  private static final Set<String> CHOOSING_CONNECTORS = Set.of("routing");

  /**
   * One way.
   *
   * @param receiver where it begins; null where the pipeline has none
   * @param pipelines in the direction of the data, at least one
   * @param connectors between them
   */
  record Way(@Nullable Reference receiver, List<Pipeline> pipelines, List<ComponentId> connectors) {
    Pipeline last() {
      return pipelines.get(pipelines.size() - 1);
    }

    List<Reference> processors() {
      List<Reference> processors = new ArrayList<>();
      for (Pipeline pipeline : pipelines) {
        processors.addAll(pipeline.processors().items());
      }
      return processors;
    }
  }

  private Ways() {}

  /** Every way that ends in a traces pipeline with a Gentrace exporter. */
  static List<Way> of(Subject subject) {
    List<Way> ways = new ArrayList<>();
    Set<ComponentId> reached = new HashSet<>();
    for (Route route : subject.path().routes()) {
      reached.add(route.last().id());
      if (route.last().isTraces()) {
        ways.add(new Way(route.receiver(), route.pipelines(), route.connectors()));
      }
    }
    for (Pipeline pipeline : subject.path().pipelines()) {
      if (pipeline.isTraces() && !reached.contains(pipeline.id())) {
        ways.add(new Way(null, List.of(pipeline), List.of()));
      }
    }
    return ways;
  }

  /**
   * Whether something on the way is not known here: an expression, or a name without definition.
   */
  static boolean isOpen(Subject subject, Way way) {
    for (Pipeline pipeline : way.pipelines()) {
      if (!pipeline.isKnown() || !pipeline.processors().isKnown()) {
        return true;
      }
      for (Reference processor : pipeline.processors().items()) {
        if (subject.config().component(ComponentKind.PROCESSOR, processor.id()) == null) {
          return true;
        }
      }
    }
    return false;
  }

  /** Index of the first gate among the way's processors, or -1. */
  static int gateIndex(Subject subject, Way way) {
    List<Reference> processors = way.processors();
    for (int i = 0; i < processors.size(); i++) {
      if (subject.gate(processors.get(i).id()) != null) {
        return i;
      }
    }
    return -1;
  }

  /** Whether something on the way, a gate or not, may choose between spans. */
  static boolean hasSelection(Subject subject, Way way) {
    for (Reference processor : way.processors()) {
      String type = processor.id().type();
      if (CHOOSING_PROCESSORS.contains(type)
          || subject.gate(processor.id()) != null
          || isOtherSelection(subject, processor)) {
        return true;
      }
      if (subject.components().type(ComponentKind.PROCESSOR, type) == null) {
        return true;
      }
    }
    for (ComponentId connector : way.connectors()) {
      if (CHOOSING_CONNECTORS.contains(connector.type())
          || subject.components().type(ComponentKind.CONNECTOR, connector.type()) == null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOtherSelection(Subject subject, Reference processor) {
    for (SpanFilter filter : subject.filters()) {
      if (filter.component().id().equals(processor.id())) {
        return filter.filtersTraces();
      }
    }
    return false;
  }

  /** The gates that are defined and on no way to Gentrace, while a way there has none. */
  static List<Gate> unusedGates(Subject subject) {
    List<Gate> unused = new ArrayList<>();
    for (Gate gate : subject.gates()) {
      if (!gate.onTheWay() && hasUngated(subject)) {
        unused.add(gate);
      }
    }
    return unused;
  }

  private static boolean hasUngated(Subject subject) {
    for (Way way : of(subject)) {
      if (!isOpen(subject, way) && gateIndex(subject, way) < 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a component is one of the unused gates. */
  static boolean isUnusedGate(Subject subject, Component component) {
    if (component.kind() == ComponentKind.PROCESSOR && subject.gate(component.id()) != null) {
      for (Gate gate : unusedGates(subject)) {
        if (gate.filter().component().id().equals(component.id())) {
          return true;
        }
      }
    }
    return false;
  }
}
