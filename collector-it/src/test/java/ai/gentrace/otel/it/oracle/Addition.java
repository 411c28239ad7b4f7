package ai.gentrace.otel.it.oracle;

import java.util.List;

/**
 * What an edit was meant to add.
 *
 * @param document number of the YAML document, from 0
 * @param path keys that lead to the map, or to the string that holds a config; empty for the whole
 *     document
 * @param yaml a YAML map: put in key by key; lists are appended to
 */
public record Addition(int document, List<String> path, String yaml) {
  public Addition {
    path = List.copyOf(path);
  }

  /** Returns an addition to the first document as a whole. */
  public static Addition to(String yaml) {
    return new Addition(0, List.of(), yaml);
  }
}
