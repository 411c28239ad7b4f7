package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.collector.Place;
import java.util.List;

/**
 * A pipeline in the picture.
 *
 * @param number from 0
 * @param label its id as written
 * @param note what is to be said of it in a few words; empty where nothing is
 * @param gentrace whether data flows through it to Gentrace, directly or through connectors
 * @param place its key
 * @param receivers at least one node, connectors among them
 * @param processors in order, at least one node
 * @param exporters at least one node, connectors among them
 * @param findings the findings on it as a whole, the worst first
 */
record Lane(
    int number,
    String label,
    String note,
    boolean gentrace,
    Place place,
    List<Node> receivers,
    List<Node> processors,
    List<Node> exporters,
    List<Finding> findings) {
  Lane {
    receivers = List.copyOf(receivers);
    processors = List.copyOf(processors);
    exporters = List.copyOf(exporters);
    findings = List.copyOf(findings);
  }

  /** Its name in generated text. */
  String key() {
    return "p" + number;
  }

  Node first() {
    return processors.get(0);
  }

  Node last() {
    return processors.get(processors.size() - 1);
  }
}
