package ai.gentrace.otel.cli.graph;

import java.util.List;

/**
 * A component in a pipeline. One that stands in several pipelines is several nodes.
 *
 * @param id unique in its diagram, and a word in every language: letters and digits
 * @param label the component's id with everything unprintable made visible
 * @param kind what it is here
 * @param defined whether its section defines it
 * @param line where it is defined, else where it is named; from 1, in the file that the user gave
 * @param gentrace whether spans pass it on their way to Gentrace
 * @param notes what is said about it
 */
record Node(
    String id,
    String label,
    Kind kind,
    boolean defined,
    int line,
    boolean gentrace,
    List<Note> notes) {
  /** What a component is in a pipeline; a connector is a receiver or an exporter there. */
  enum Kind {
    RECEIVER("receiver"),
    PROCESSOR("processor"),
    EXPORTER("exporter"),
    CONNECTOR("connector");

    private final String noun;

    Kind(String noun) {
      this.noun = noun;
    }

    String noun() {
      return noun;
    }
  }

  Node {
    notes = List.copyOf(notes);
  }

  /** The label with everything that is to be said about it in a few words. */
  String caption() {
    return label + (defined ? "" : " (not defined)") + Note.rules(notes);
  }

  /** Whether something is wrong with it. */
  boolean isMarked() {
    return !defined || !notes.isEmpty();
  }
}
