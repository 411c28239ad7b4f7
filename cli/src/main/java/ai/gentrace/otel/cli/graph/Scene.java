package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import java.util.List;
import java.util.Set;

/**
 * What is to be drawn.
 *
 * @param title what the picture is called: the file, and where the config sits in it
 * @param complete false where something adds to the config before the collector reads it, such as a
 *     chart's defaults
 * @param gentraceExporters the exporters that go to Gentrace
 * @param findings the findings
 */
public record Scene(
    String title,
    CollectorConfig config,
    boolean complete,
    Set<ComponentId> gentraceExporters,
    List<Finding> findings) {
  public Scene {
    gentraceExporters = Set.copyOf(gentraceExporters);
    findings = List.copyOf(findings);
  }
}
