package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ComponentType;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.References;
import ai.gentrace.otel.cli.collector.Signal;
import ai.gentrace.otel.cli.collector.SignalPair;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** GT012: what the collector asks of connectors. */
final class ConnectorWiring implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT012",
          "connector-wiring",
          Severity.ERROR,
          "A connector that is used on one side only, goes round in a circle, or shares its id.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (Component connector : subject.config().section(ComponentKind.CONNECTOR).components()) {
      if (!isAmbiguous(subject, connector, findings)) {
        sides(subject, connector, findings);
      }
    }
    circles(subject, findings);
  }

  private static boolean isAmbiguous(Subject subject, Component connector, Findings findings) {
    for (ComponentKind kind : List.of(ComponentKind.RECEIVER, ComponentKind.EXPORTER)) {
      if (subject.config().component(kind, connector.id()) != null) {
        findings.add(
            connector.setting().keyPlace(),
            "`"
                + connector.id()
                + "` is the id of a connector and of "
                + kind.oneNoun()
                + ", so that nobody knows which a pipeline means.",
            "Give the connector a name of its own, such as `" + connector.id() + "/connector`.");
        return true;
      }
    }
    return false;
  }

  private static void sides(Subject subject, Component connector, Findings findings) {
    ComponentId id = connector.id();
    List<Pipeline> feeding = subject.graph().feeding(id);
    List<Pipeline> fed = subject.graph().fedBy(id);
    boolean known =
        subject.config().pipelines().stream()
            .allMatch(each -> each.receivers().isKnown() && each.exporters().isKnown());
    if (!known) {
      return;
    }
    for (Pipeline from : feeding) {
      if (fed.isEmpty()) {
        add(
            from.exporters(),
            id,
            "exports to `" + id + "`, and no pipeline receives from it",
            from,
            findings);
      } else if (fed.stream().noneMatch(to -> connects(subject, connector, from, to))) {
        add(from.exporters(), id, unsupported(id, from, fed), from, findings);
      }
    }
    for (Pipeline to : fed) {
      if (feeding.isEmpty()) {
        add(
            to.receivers(),
            id,
            "receives from `" + id + "`, and no pipeline exports to it",
            to,
            findings);
      } else if (feeding.stream().noneMatch(from -> connects(subject, connector, from, to))
          && feeding.stream().anyMatch(from -> hasPartner(subject, connector, from, fed))) {
        add(
            to.receivers(),
            id,
            "receives from `" + id + "`, which makes no " + signal(to) + " of what it gets",
            to,
            findings);
      }
    }
  }

  private static boolean hasPartner(
      Subject subject, Component connector, Pipeline from, List<Pipeline> fed) {
    return fed.stream().anyMatch(to -> connects(subject, connector, from, to));
  }

  private static String unsupported(ComponentId id, Pipeline from, List<Pipeline> fed) {
    String signals =
        fed.stream().map(ConnectorWiring::signal).distinct().collect(Collectors.joining(" or "));
    return "exports to `" + id + "`, which makes no " + signals + " of " + signal(from);
  }

  private static String signal(Pipeline pipeline) {
    return pipeline.id().type();
  }

  private static boolean connects(
      Subject subject, Component connector, Pipeline from, Pipeline to) {
    ComponentType type = subject.components().type(ComponentKind.CONNECTOR, connector.id().type());
    Set<SignalPair> pairs = type == null ? null : type.pairs();
    Signal in = from.signal();
    Signal out = to.signal();
    return pairs == null || in == null || out == null || pairs.contains(new SignalPair(in, out));
  }

  private static void add(
      References references, ComponentId id, String what, Pipeline pipeline, Findings findings) {
    Reference reference = references.get(id);
    if (reference != null) {
      findings.add(
          reference.item().place(),
          "The pipeline `" + pipeline.id() + "` " + what + ".",
          "A connector ends one pipeline and begins another.");
    }
  }

  /** Reports each circle once, where its first pipeline in the file exports to the next. */
  private static void circles(Subject subject, Findings findings) {
    Set<ComponentId> reported = new HashSet<>();
    for (Pipeline start : subject.config().pipelines()) {
      if (!reported.contains(start.id())) {
        circle(subject, start, reported, findings);
      }
    }
  }

  private static void circle(
      Subject subject, Pipeline start, Set<ComponentId> reported, Findings findings) {
    for (Reference exporter : start.exporters().items()) {
      for (Pipeline next : next(subject, start, exporter.id())) {
        List<ComponentId> way = way(subject, next, start);
        if (!way.isEmpty()) {
          reported.addAll(way);
          findings.add(
              exporter.item().place(),
              "The pipelines go round in a circle: `"
                  + start.id()
                  + "` -> `"
                  + way.stream().map(ComponentId::toString).collect(Collectors.joining("` -> `"))
                  + "`.",
              "Data would never leave it, and the collector does not start.");
          return;
        }
      }
    }
  }

  private static List<Pipeline> next(Subject subject, Pipeline from, ComponentId id) {
    Component connector = subject.config().component(ComponentKind.CONNECTOR, id);
    return connector == null
        ? List.of()
        : subject.graph().fedBy(id).stream()
            .filter(to -> connects(subject, connector, from, to))
            .toList();
  }

  /** The pipelines from one to another, both included; empty where there is no way. */
  private static List<ComponentId> way(Subject subject, Pipeline from, Pipeline to) {
    Map<ComponentId, ComponentId> before = new LinkedHashMap<>();
    Deque<Pipeline> open = new ArrayDeque<>(List.of(from));
    before.put(from.id(), from.id());
    while (!open.isEmpty()) {
      Pipeline pipeline = open.remove();
      if (pipeline.id().equals(to.id())) {
        return traced(before, from.id(), to.id());
      }
      for (ComponentId exporter : pipeline.exporters().ids()) {
        for (Pipeline next : next(subject, pipeline, exporter)) {
          if (before.putIfAbsent(next.id(), pipeline.id()) == null) {
            open.add(next);
          }
        }
      }
    }
    return List.of();
  }

  private static List<ComponentId> traced(
      Map<ComponentId, ComponentId> before, ComponentId from, ComponentId to) {
    Deque<ComponentId> way = new ArrayDeque<>(List.of(to));
    ComponentId at = to;
    while (!at.equals(from)) {
      at = before.getOrDefault(at, from);
      way.addFirst(at);
    }
    return List.copyOf(way);
  }
}
