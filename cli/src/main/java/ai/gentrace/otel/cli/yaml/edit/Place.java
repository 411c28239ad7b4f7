package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlStream;

/**
 * Where a change goes.
 *
 * @param stream the file, or the text of a block scalar in it
 * @param document index of the document in {@code stream}
 * @param path from that document's root
 */
public record Place(YamlStream stream, int document, YamlPath path) {
  /** One key further. */
  public Place key(String name) {
    return new Place(stream, document, path.key(name));
  }

  /** Several steps further. */
  public Place resolve(YamlPath rest) {
    return new Place(stream, document, path.resolve(rest));
  }

  /** What is there, and whether it may be changed. */
  public Lookup look() {
    return PathWalk.look(this);
  }
}
