package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.check.rules.Rules;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlProblem;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GT001 to GT003: what keeps a text from being read as YAML. */
final class TextProblems {
  private TextProblems() {}

  /**
   * The findings of a text.
   *
   * @param firstDocumentOnly whether the collector reads no further than its first document
   */
  static List<Finding> of(YamlStream stream, boolean firstDocumentOnly) {
    List<Finding> findings = new ArrayList<>();
    boolean template = false;
    for (YamlProblem problem : stream.problems()) {
      boolean later =
          firstDocumentOnly
              && !stream.documents().isEmpty()
              && problem.extent().start() >= stream.documents().get(0).extent().end();
      boolean again = template && problem.kind() == YamlProblem.Kind.TEMPLATE;
      if (!later && !again) {
        findings.add(finding(stream, problem));
      }
      template |= problem.kind() == YamlProblem.Kind.TEMPLATE;
    }
    return findings;
  }

  /** Whether something ended the reading, so that nothing sensible can be said about the rest. */
  static boolean endsReading(YamlStream stream, boolean firstDocumentOnly) {
    for (YamlProblem problem : stream.problems()) {
      if (problem.kind() != YamlProblem.Kind.DUPLICATE_KEY
          && (!firstDocumentOnly
              || stream.documents().isEmpty()
              || problem.extent().start() < stream.documents().get(0).extent().end())) {
        return true;
      }
    }
    return false;
  }

  private static Finding finding(YamlStream stream, YamlProblem problem) {
    Place place = new Place(stream.source(), problem.extent());
    return switch (problem.kind()) {
      case ENCODING ->
          new Finding(
              Rules.ENCODING,
              Severity.ERROR,
              problem.message(),
              "Save the file as UTF-8.",
              place,
              "",
              null);
      case DUPLICATE_KEY -> duplicate(stream, problem, place);
      case SYNTAX, TEMPLATE, COMPLEX_KEY, LIMIT, NESTED ->
          new Finding(
              Rules.YAML_SYNTAX,
              Severity.ERROR,
              problem.message(),
              cause(stream.source(), problem),
              place,
              "",
              null);
    };
  }

  private static Finding duplicate(YamlStream stream, YamlProblem problem, Place place) {
    YamlEntry first = firstEntry(stream, problem.extent());
    String key = stream.source().text(problem.extent());
    String line =
        first == null
            ? "before"
            : "at line " + stream.source().position(first.key().extent().start()).line();
    return new Finding(
        Rules.DUPLICATE_KEY,
        Severity.ERROR,
        "`"
            + key
            + "` stands twice in this map, here at line "
            + place.start().line()
            + " and first "
            + line
            + ".",
        "The collector refuses the file. Take one of them out, or give it another name.",
        place,
        "",
        null);
  }

  /** The first entry with the same key in the map of a second one. */
  private static @Nullable YamlEntry firstEntry(YamlStream stream, Extent second) {
    Deque<YamlNode> open = new ArrayDeque<>();
    for (YamlDocument document : stream.documents()) {
      if (document.root() != null) {
        open.add(document.root());
      }
    }
    while (!open.isEmpty()) {
      YamlNode node = open.remove();
      if (node instanceof YamlSequence list) {
        list.items().forEach(item -> open.add(item.node()));
      } else if (node instanceof YamlMapping map) {
        for (YamlEntry entry : map.entries()) {
          if (entry.key().extent().equals(second)) {
            return map.get(entry.name());
          }
          open.add(entry.value());
        }
      }
    }
    return null;
  }

  /** What probably caused it, and what to do. */
  private static String cause(YamlSource source, YamlProblem problem) {
    if (problem.kind() == YamlProblem.Kind.TEMPLATE) {
      return "Give the file that the template makes (helm template, envsubst, ...), or Helm's values.";
    }
    int line = source.lineIndex(Math.min(problem.extent().start(), source.length()));
    String text = source.text(new Extent(source.lineStart(line), source.lineContentEnd(line)));
    if (problem.kind() == YamlProblem.Kind.LIMIT) {
      return "This is no configuration that a collector could read.";
    }
    if (text.matches("\\s*\\t.*")) {
      return "A tab indents this line; YAML takes blanks only.";
    }
    if (text.contains("{{")) {
      return "A template's {{ }} is not filled in; as a value it would have to be quoted.";
    }
    if (text.chars().filter(c -> c == '"').count() % 2 == 1
        || text.chars().filter(c -> c == '\'').count() % 2 == 1) {
      return "A quote may be missing.";
    }
    if (text.matches(".*: .*: .*")) {
      return "A value that holds a colon and a blank has to be quoted.";
    }
    if (text.matches("\\s*[^#]*[^\\s:#]+:[^\\s/].*")) {
      return "A blank may be missing behind a colon.";
    }
    return "Check the indentation of this line and of the one before.";
  }
}
