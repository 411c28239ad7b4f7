package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Pipeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is defined and takes no part. */
final class Unused {
  private Unused() {}

  /** {@code section: id}, in the order of the config. */
  static List<String> in(CollectorConfig config) {
    Map<ComponentKind, Set<ComponentId>> used = used(config);
    List<String> unused = new ArrayList<>();
    for (ComponentKind kind : ComponentKind.values()) {
      for (Component component : config.section(kind).components()) {
        if (!used.getOrDefault(kind, Set.of()).contains(component.id())) {
          unused.add(kind.section() + ": " + Labels.visible(component.id().toString()));
        }
      }
    }
    return unused;
  }

  private static Map<ComponentKind, Set<ComponentId>> used(CollectorConfig config) {
    Set<ComponentId> receivers = new HashSet<>();
    Set<ComponentId> processors = new HashSet<>();
    Set<ComponentId> exporters = new HashSet<>();
    for (Pipeline pipeline : config.pipelines()) {
      receivers.addAll(pipeline.receivers().ids());
      processors.addAll(pipeline.processors().ids());
      exporters.addAll(pipeline.exporters().ids());
    }
    Set<ComponentId> connectors = new HashSet<>(receivers);
    connectors.addAll(exporters);
    Map<ComponentKind, Set<ComponentId>> used = new EnumMap<>(ComponentKind.class);
    used.put(ComponentKind.RECEIVER, receivers);
    used.put(ComponentKind.PROCESSOR, processors);
    used.put(ComponentKind.EXPORTER, exporters);
    used.put(ComponentKind.CONNECTOR, connectors);
    used.put(ComponentKind.EXTENSION, new HashSet<>(config.enabledExtensions().ids()));
    return used;
  }
}
