package ai.gentrace.otel.cli.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A pipeline.
 *
 * @param id unique in its diagram: letters and digits
 * @param label the pipeline's id with everything unprintable made visible
 * @param line where its key stands, from 1
 * @param gentrace whether what passes it may reach Gentrace
 * @param receivers in the order of the config, connectors among them
 * @param processors in the order of the data
 * @param exporters in the order of the config, connectors among them
 * @param notes what is said about the pipeline as a whole
 */
record Lane(
    String id,
    String label,
    int line,
    boolean gentrace,
    List<Node> receivers,
    List<Node> processors,
    List<Node> exporters,
    List<Note> notes) {
  Lane {
    receivers = List.copyOf(receivers);
    processors = List.copyOf(processors);
    exporters = List.copyOf(exporters);
    notes = List.copyOf(notes);
  }

  /** The id of the point where receivers meet exporters, should they need one. */
  String joint() {
    return id + "j";
  }

  /** All components, in the direction of the data. */
  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>(receivers);
    nodes.addAll(processors);
    nodes.addAll(exporters);
    return nodes;
  }

  /** The label with everything that is to be said about it in a few words. */
  String caption() {
    return label + (gentrace ? " to Gentrace" : "") + Note.rules(notes);
  }
}
