package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.KnownComponents;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.PipelineGraph;
import ai.gentrace.otel.cli.collector.Release;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.gentrace.GentracePath;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules may know of one config. Immutable.
 *
 * @param located the files that make it, in the order of the collector's {@code --config}
 * @param release what is known of the collector
 * @param components what is known of its components
 * @param endpoint where Gentrace is
 * @param keyVariable the environment variable that holds the API key
 * @param baseline the config before Gentrace's parts; null without {@code --baseline}
 * @param filters all filter processors, read
 * @param gates those that are gates
 */
public record Subject(
    CollectorConfig config,
    List<LocatedConfig> located,
    CollectorRelease release,
    KnownComponents components,
    GentraceEndpoint endpoint,
    String keyVariable,
    @Nullable CollectorConfig baseline,
    PipelineGraph graph,
    GentracePath path,
    List<SpanFilter> filters,
    List<Gate> gates) {

  /** Reads the config and what of Gentrace is in it. */
  public static Subject of(
      List<LocatedConfig> located,
      CollectorRelease release,
      KnownComponents components,
      CheckOptions options) {
    List<CollectorConfig> configs = new ArrayList<>();
    for (LocatedConfig each : located) {
      configs.add(each.config());
    }
    CollectorConfig config = configs.size() == 1 ? configs.get(0) : CollectorConfig.merged(configs);
    GentracePath path = GentracePath.of(config, options.endpoint());
    List<SpanFilter> filters = new ArrayList<>();
    List<Gate> gates = new ArrayList<>();
    for (Component processor : config.section(ComponentKind.PROCESSOR).components()) {
      if (processor.id().type().equals(SpanFilter.TYPE)) {
        SpanFilter filter = SpanFilter.of(processor);
        filters.add(filter);
        if (Gate.isGate(filter)) {
          gates.add(Gate.of(filter, config, path));
        }
      }
    }
    return new Subject(
        config,
        located,
        release,
        components,
        options.endpoint(),
        options.keyVariable(),
        options.baseline(),
        PipelineGraph.of(config),
        path,
        filters,
        gates);
  }

  /** The collector's release, or null. */
  public @Nullable Release version() {
    return release.version();
  }

  /** Whether the release is known to be older. */
  public boolean isBefore(int minor) {
    Release version = version();
    return version != null && !version.isAtLeast(new Release(0, minor, 0));
  }

  /** Whether the release is known, or proven by the file, to be this or newer. */
  public boolean isAtLeast(int minor) {
    return release.isAtLeast(new Release(0, minor, 0));
  }

  /** Whether the config is merged onto a chart's defaults, so that what it lacks may be there. */
  public boolean isCompletedElsewhere() {
    for (LocatedConfig each : located) {
      if (each.kind() == FileKind.HELM_VALUES) {
        return true;
      }
    }
    return false;
  }

  /** A component that a pipeline names as receiver or exporter, connectors included; or null. */
  public @Nullable Component named(ComponentKind kind, ComponentId id) {
    Component connector = config.component(ComponentKind.CONNECTOR, id);
    return connector != null ? connector : config.component(kind, id);
  }

  /** The gate with that id, or null. */
  public @Nullable Gate gate(ComponentId id) {
    for (Gate gate : gates) {
      if (gate.filter().component().id().equals(id)) {
        return gate;
      }
    }
    return null;
  }
}
