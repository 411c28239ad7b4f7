package ai.gentrace.otel.cli.collector;

import java.util.List;

/**
 * One way from a receiver to an exporter.
 *
 * @param pipelines in the direction of the data, at least one
 * @param connectors between the pipelines, one fewer
 */
public record Route(
    Reference receiver,
    List<Pipeline> pipelines,
    List<ComponentId> connectors,
    Reference exporter) {
  public Route {
    pipelines = List.copyOf(pipelines);
    connectors = List.copyOf(connectors);
  }

  /** The pipeline that holds the exporter. */
  public Pipeline last() {
    return pipelines.get(pipelines.size() - 1);
  }

  /** All processors on the way, in the direction of the data. */
  public List<Reference> processors() {
    return pipelines.stream().flatMap(pipeline -> pipeline.processors().items().stream()).toList();
  }
}
