package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.collector.Place;
import java.util.List;

/**
 * A component in the picture. Receivers, exporters and connectors are one node each, however many
 * pipelines share them; each pipeline has processors of its own, as in the collector.
 *
 * @param number from 0, unique in the picture
 * @param label its id as written
 * @param note what is to be said of it in a few words; empty where nothing is
 * @param gentrace whether it stands on the way to Gentrace
 * @param place where it is defined, else where it is named or missing
 * @param lastLine the last line of its definition, from 1
 * @param findings the findings on it, the worst first
 */
record Node(
    int number,
    Role role,
    String label,
    String note,
    Look look,
    boolean gentrace,
    Place place,
    int lastLine,
    List<Finding> findings) {
  Node {
    findings = List.copyOf(findings);
  }

  /** The first line of its definition, from 1. */
  int firstLine() {
    return place.start().line();
  }

  /** Its name in generated text, which never holds anything of the config. */
  String key() {
    return "n" + number;
  }
}
