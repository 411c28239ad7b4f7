package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.References;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Section;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nodes of a config before anything is known of ways and findings. Used once. */
final class Sketch {
  private record End(Role role, ComponentId id) {}

  private final CollectorConfig config;
  private final boolean complete;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<End, Integer> ends = new HashMap<>();
  private final Set<End> used = new HashSet<>();
  private final Regions regions = new Regions();

  Sketch(CollectorConfig config, boolean complete) {
    this.config = config;
    this.complete = complete;
  }

  /** By number. */
  List<Node> nodes() {
    return nodes;
  }

  Regions regions() {
    return regions;
  }

  /** Sketches all pipelines. */
  List<LaneSketch> lanes() {
    List<LaneSketch> lanes = new ArrayList<>();
    for (Pipeline pipeline : config.pipelines()) {
      int number = lanes.size();
      lanes.add(
          new LaneSketch(
              number,
              pipeline,
              ends(pipeline, Role.RECEIVER),
              processors(pipeline),
              ends(pipeline, Role.EXPORTER)));
      regions.add(pipeline.setting(), lanes.get(number).key());
    }
    return lanes;
  }

  /** The extensions that the service enables. */
  List<Integer> extensions() {
    Set<Integer> found = new LinkedHashSet<>();
    References enabled = config.enabledExtensions();
    expression(enabled, Role.EXTENSION).ifPresent(found::add);
    for (Reference reference : enabled.items()) {
      found.add(end(reference, Role.EXTENSION));
    }
    return List.copyOf(found);
  }

  /** What is defined and not used by anything sketched so far. */
  List<Integer> unused() {
    List<Integer> found = new ArrayList<>();
    for (ComponentKind kind : ComponentKind.values()) {
      for (Component component : config.section(kind).components()) {
        if (used.add(new End(Role.of(kind), component.id()))) {
          int number = add(Role.of(kind), component.id().toString(), component);
          found.add(number);
        }
      }
    }
    return found;
  }

  private List<Integer> ends(Pipeline pipeline, Role role) {
    References references = pipeline.references(ComponentKind.valueOf(role.name()));
    Set<Integer> found = new LinkedHashSet<>();
    expression(references, role).ifPresent(found::add);
    for (Reference reference : references.items()) {
      found.add(end(reference, role));
    }
    if (found.isEmpty()) {
      Look look = complete ? Look.BROKEN : Look.OPEN;
      String here = complete ? "" : " here";
      found.add(add(role, "no " + role.noun() + here, "", look, place(references, pipeline)));
    }
    return List.copyOf(found);
  }

  private List<Integer> processors(Pipeline pipeline) {
    References references = pipeline.processors();
    List<Integer> found = new ArrayList<>();
    expression(references, Role.PROCESSOR).ifPresent(found::add);
    for (Reference reference : references.items()) {
      int number = node(reference, Role.PROCESSOR);
      regions.add(reference.item().place(), nodes.get(number).key());
      found.add(number);
    }
    if (found.isEmpty()) {
      Place place = place(references, pipeline);
      found.add(add(Role.PROCESSOR, "no processor", "", Look.EMPTY, place));
    }
    return found;
  }

  /** Receivers, exporters, connectors and extensions are one node each. */
  private int end(Reference reference, Role wanted) {
    boolean connects = wanted != Role.EXTENSION && config.isConnector(reference.id());
    Role role = connects ? Role.CONNECTOR : wanted;
    if (!reference.isKnown()) {
      return node(reference, role);
    }
    End end = new End(role, reference.id());
    Integer known = ends.get(end);
    int number = known == null ? node(reference, role) : known;
    ends.put(end, number);
    regions.add(reference.item().place(), nodes.get(number).key());
    return number;
  }

  private int node(Reference reference, Role role) {
    Place place = reference.item().place();
    if (!(reference.item() instanceof ScalarValue scalar) || reference.item().isNull()) {
      String kind = reference.item().isNull() ? "nothing" : reference.item().kind();
      return add(role, kind, "not a name", Look.BROKEN, place);
    }
    if (!reference.isKnown()) {
      return add(role, scalar.text(), "from elsewhere", Look.OPEN, place);
    }
    ComponentKind kind = ComponentKind.valueOf(role.name());
    used.add(new End(role, reference.id()));
    Component component = config.component(kind, reference.id());
    String label = reference.id().toString();
    if (component != null) {
      return add(role, label, component);
    }
    Section section = config.section(kind);
    boolean mayBeElsewhere = !complete || !section.isKnown();
    return mayBeElsewhere
        ? add(role, label, "not defined here", Look.OPEN, place)
        : add(role, label, "not defined", Look.BROKEN, place);
  }

  /** The node for a whole list that comes from elsewhere. */
  private Optional<Integer> expression(References references, Role role) {
    Setting setting = references.setting();
    return setting != null && setting.value() instanceof ScalarValue scalar && scalar.isExpression()
        ? Optional.of(add(role, scalar.text(), "from elsewhere", Look.OPEN, scalar.place()))
        : Optional.empty();
  }

  private static Place place(References references, Pipeline pipeline) {
    Setting setting = references.setting();
    return setting == null ? pipeline.setting().keyPlace() : setting.keyPlace();
  }

  private int add(Role role, String label, Component component) {
    Setting setting = component.setting();
    int number = nodes.size();
    int last = Math.max(setting.keyPlace().end().line(), setting.value().place().end().line());
    boolean apart = setting.value().place().start().compareTo(setting.keyPlace().start()) < 0;
    int lastLine = apart ? setting.keyPlace().end().line() : last;
    nodes.add(
        new Node(
            number, role, label, "", Look.SOUND, false, setting.keyPlace(), lastLine, List.of()));
    regions.add(setting, nodes.get(number).key());
    return number;
  }

  private int add(Role role, String label, String note, Look look, Place place) {
    int number = nodes.size();
    int last = place.end().line();
    nodes.add(new Node(number, role, label, note, look, false, place, last, List.of()));
    return number;
  }
}
