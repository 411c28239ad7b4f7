package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.Pipeline;
import java.util.List;

/** A pipeline and the numbers of its nodes. */
record LaneSketch(
    int number,
    Pipeline pipeline,
    List<Integer> receivers,
    List<Integer> processors,
    List<Integer> exporters) {
  LaneSketch {
    receivers = List.copyOf(receivers);
    processors = List.copyOf(processors);
    exporters = List.copyOf(exporters);
  }

  int first() {
    return processors.get(0);
  }

  int last() {
    return processors.get(processors.size() - 1);
  }

  /** Its name as an owner of text. */
  String key() {
    return "p" + number;
  }
}
