package ai.gentrace.otel.cli.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed file.
 *
 * @param documents those that could be read; a file of comments alone has none
 * @param problems in the order of the text; where a {@link YamlProblem.Kind#SYNTAX} or similar one
 *     ended the parse, what comes behind it is missing from {@code documents}
 * @param host where the text stands if it is a block scalar's content, else null
 */
public record YamlStream(
    YamlSource source,
    List<YamlDocument> documents,
    List<YamlProblem> problems,
    @Nullable Host host) {
  public YamlStream {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /**
   * Parses a text. Never throws for what it holds: all that is wrong is in {@link #problems()}.
   * Takes time and memory linear in its size; aliases are not expanded.
   */
  public static YamlStream parse(YamlSource source) {
    return TreeBuilder.build(source);
  }

  /**
   * Parses the text of a block scalar in this file as YAML of its own; all places stay those of the
   * file. Only of a literal one ({@code |}), because its lines are the file's lines; another scalar
   * gives a stream with a {@link YamlProblem.Kind#NESTED} problem.
   *
   * @param document index of the scalar's document
   */
  public YamlStream nested(int document, YamlScalar scalar) {
    return NestedText.parse(this, document, scalar);
  }

  /** The file: this stream, or for the text of a block scalar the stream it stands in. */
  public YamlStream file() {
    YamlStream stream = this;
    while (stream.host != null) {
      stream = stream.host.stream();
    }
    return stream;
  }

  /**
   * Where the text of a block scalar stands.
   *
   * @param stream the text around it
   * @param document index of its document
   * @param firstLine index of the line there that holds the first line of the scalar's text
   * @param indent blanks before each line of the scalar's text; -1 where no line shows it
   */
  public record Host(
      YamlStream stream, int document, YamlScalar scalar, int firstLine, int indent) {}
}
