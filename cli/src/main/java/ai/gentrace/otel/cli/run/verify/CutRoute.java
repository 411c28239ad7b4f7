package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.verify.Cut.Lane;
import java.util.ArrayList;
import java.util.List;

/**
 * A way through a cut.
 *
 * @param lanes its pipelines, in the direction of the data
 * @param connectors between the pipelines, one fewer
 */
record CutRoute(List<Lane> lanes, List<ComponentId> connectors) {
  CutRoute {
    lanes = List.copyOf(lanes);
    connectors = List.copyOf(connectors);
  }

  /** The same way with one more pipeline at its beginning. */
  CutRoute behind(Lane before, ComponentId connector) {
    List<Lane> longer = new ArrayList<>(List.of(before));
    longer.addAll(lanes);
    List<ComponentId> between = new ArrayList<>(List.of(connector));
    between.addAll(connectors);
    return new CutRoute(longer, between);
  }

  boolean holds(ComponentId pipeline) {
    return lanes.stream().anyMatch(lane -> lane.pipeline().id().equals(pipeline));
  }

  /** All processors on the way, in order. */
  List<ComponentId> processors() {
    return lanes.stream().flatMap(lane -> lane.processors().stream()).toList();
  }
}
