package ai.gentrace.otel.cli.yaml;

import java.util.List;

/**
 * A parsed file.
 *
 * @param documents those that could be read; a file of comments alone has none
 * @param problems in the order of the text; where a {@link YamlProblem.Kind#SYNTAX} or similar one
 *     ended the parse, what comes behind it is missing from {@code documents}
 */
public record YamlStream(
    YamlSource source, List<YamlDocument> documents, List<YamlProblem> problems) {
  public YamlStream {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /**
   * Parses a text. Never throws for what it holds: all that is wrong is in {@link #problems()}.
   * Takes time and memory linear in its size; aliases are not expanded.
   */
  public static YamlStream parse(YamlSource source) {
    return new TreeBuilder(source).build();
  }
}
