package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlAlias;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;

/**
 * What is to be written: a node without a place. Where it is inserted decides its indentation, line
 * ends and, for lists, block or flow style. Immutable.
 */
public sealed interface NewNode permits NewMapping, NewSequence, NewScalar {
  /**
   * Takes a node over from a file, with the comments inside it.
   *
   * @throws IllegalArgumentException if it holds an alias, an anchor or a tag, which make no sense
   *     elsewhere
   */
  static NewNode of(YamlSource source, YamlNode node) {
    if (node instanceof YamlAlias || node.properties().present()) {
      throw new IllegalArgumentException(
          "Aliases, anchors and tags cannot be taken over: line "
              + source.position(node.start()).line());
    }
    if (node instanceof YamlMapping mapping) {
      return NewMapping.of(source, mapping);
    }
    if (node instanceof YamlSequence sequence) {
      return NewSequence.of(source, sequence);
    }
    return NewScalar.of((YamlScalar) node);
  }

  /** The same with {@code {}} in place of every null, for files where null deletes. */
  NewNode withoutNulls();

  /** Whether a node of a file says the same, whatever its style and comments. */
  boolean sameAs(YamlNode node);
}
