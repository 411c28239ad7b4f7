package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.gentrace.GentracePath;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a config serves Gentrace alone, whoever wrote it.
 *
 * @param exporters those that send to Gentrace, in the config's order
 * @param gates filters that tell marked from unmarked spans
 */
record GentraceParts(Set<ComponentId> exporters, Set<ComponentId> gates) {
  GentraceParts {
    exporters = Collections.unmodifiableSet(new LinkedHashSet<>(exporters));
    gates = Set.copyOf(gates);
  }

  static GentraceParts of(CollectorConfig config, GentraceEndpoint endpoint) {
    Set<ComponentId> exporters = new LinkedHashSet<>();
    GentracePath.of(config, endpoint).exporters().forEach(e -> exporters.add(e.id()));
    Set<ComponentId> gates =
        config.section(ComponentKind.PROCESSOR).components().stream()
            .filter(GentraceParts::isGate)
            .map(Component::id)
            .collect(Collectors.toSet());
    return new GentraceParts(exporters, gates);
  }

  private static boolean isGate(Component processor) {
    return processor.id().type().equals(SpanFilter.TYPE) && Gate.isGate(SpanFilter.of(processor));
  }
}
