package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.Position;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSource;

/**
 * A range of a file that the user gave; also inside a block scalar of a Kubernetes file, where
 * {@code source} is the scalar's text and the positions are the outer file's.
 */
public record Place(YamlSource source, Extent extent) {
  /** Where a node stands. */
  static Place of(YamlNode node) {
    return new Place(node.source(), node.extent());
  }

  /** The file as the user named it. */
  public String file() {
    return source.name();
  }

  /** The first character. */
  public Position start() {
    return source.position(extent.start());
  }

  /** Just behind the last character. */
  public Position end() {
    return source.position(extent.end());
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file() + ":" + start();
  }
}
