package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A config as a picture without a form: what every format draws. Immutable.
 *
 * @param lanes the pipelines, in the order of the config
 * @param joints ids of points where several receivers meet several exporters without a processor
 *     between; no component stands there
 * @param edges the steps of the data
 * @param unused {@code section: id} of components that are in no pipeline and of extensions that
 *     are not enabled
 * @param notes what is said about nothing that is drawn
 */
public record Diagram(
    List<Lane> lanes,
    List<String> joints,
    List<Edge> edges,
    List<String> unused,
    List<Note> notes) {
  public Diagram {
    lanes = List.copyOf(lanes);
    joints = List.copyOf(joints);
    edges = List.copyOf(edges);
    unused = List.copyOf(unused);
    notes = List.copyOf(notes);
  }

  /**
   * Draws a config.
   *
   * @param gentrace the exporters that send to Gentrace
   * @param notes findings in the same file
   */
  public static Diagram of(CollectorConfig config, Set<ComponentId> gentrace, List<Note> notes) {
    return new DiagramBuilder(config, gentrace, notes).build();
  }

  /** Whether anything exports to Gentrace. */
  public boolean reachesGentrace() {
    return lanes.stream().anyMatch(Lane::gentrace);
  }

  /** All components of all pipelines. */
  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    lanes.forEach(lane -> nodes.addAll(lane.nodes()));
    return nodes;
  }

  /** Every note, those of pipelines and components included. */
  List<Note> allNotes() {
    List<Note> all = new ArrayList<>(notes);
    lanes.forEach(lane -> all.addAll(lane.notes()));
    nodes().forEach(node -> all.addAll(node.notes()));
    return all.stream().distinct().toList();
  }
}
