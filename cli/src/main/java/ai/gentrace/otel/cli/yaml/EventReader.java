package ai.gentrace.otel.cli.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Feeds a text's parser events to a tree, up to its end or its first syntax error. Used once. */
final class EventReader {
  private static final int MAX_CODE_POINTS = 16 * 1024 * 1024;

  /** Repeated parses of a file full of tabs may read this many code points in all. */
  private static final long MAX_WORK = 256L * 1024 * 1024;

  private final YamlSource source;
  private @Nullable YamlProblem problem;

  /** Where the last event ended: the place of errors that carry none. */
  private int lastEnd;

  EventReader(YamlSource source) {
    this.source = source;
  }

  /** What ended the reading before the end of the text, or null. */
  @Nullable YamlProblem problem() {
    return problem;
  }

  /** Reads the text into a tree. */
  TreeBuilder read() {
    problem = unreadable();
    if (problem != null) {
      return new TreeBuilder(source);
    }
    // SnakeYAML refuses a tab between tokens, the collector's parser takes it. In a copy of equal
    // length that one tab becomes a blank; the marks stay true for the text itself.
    String text = source.text();
    StringBuilder copy = null;
    long work = 0;
    while (true) {
      TreeBuilder tree = new TreeBuilder(source);
      work += source.length();
      int tab = attempt(text, tree);
      if (tab < 0 || work > MAX_WORK) {
        return tree;
      }
      if (copy == null) {
        copy = new StringBuilder(text);
      }
      copy.setCharAt(source.unit(tab), ' ');
      text = copy.toString();
      problem = null;
    }
  }

  private @Nullable YamlProblem unreadable() {
    if (source.length() > MAX_CODE_POINTS) {
      return new YamlProblem(
          YamlProblem.Kind.LIMIT,
          new Extent(0, 0),
          "Longer than " + MAX_CODE_POINTS + " characters.");
    }
    if (source.at(0) == 0xFEFF) {
      return new YamlProblem(
          YamlProblem.Kind.SYNTAX,
          new Extent(0, 1),
          "Two byte order marks begin the file; the collector misreads what follows.");
    }
    for (int at = 0; at < source.length(); at++) {
      if (!StreamReader.isPrintable(source.at(at))) {
        return new YamlProblem(
            YamlProblem.Kind.SYNTAX,
            new Extent(at, at + 1),
            String.format("The character U+%04X is not allowed in YAML.", source.at(at)));
      }
    }
    return null;
  }

  /** One parse; returns the offset of a tab that may be blanked before another, else -1. */
  private int attempt(String text, TreeBuilder tree) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    ParserImpl parser = new ParserImpl(new StreamReader(text), options);
    lastEnd = 0;
    try {
      for (Event event = parser.getEvent(); event != null; event = parser.getEvent()) {
        lastEnd = event.getEndMark().getIndex();
        if (!tree.accept(event) || event.is(Event.ID.StreamEnd)) {
          break;
        }
      }
      return -1;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
      int at = mark == null ? lastEnd : Math.min(mark.getIndex(), source.length());
      problem = syntaxProblem(at, e);
      return isTabBetweenTokens(at) ? at : -1;
    } catch (YAMLException | IllegalArgumentException e) {
      // The second comes from escapes such as "\U00110000", which no code point has.
      problem =
          new YamlProblem(
              YamlProblem.Kind.SYNTAX, new Extent(lastEnd, lastEnd), sentence(e.getMessage()));
      return -1;
    }
  }

  /**
   * Whether the collector's parser takes a tab as a blank: behind a token of the same line that no
   * key may follow, and between two comments on lines of their own.
   */
  private boolean isTabBetweenTokens(int at) {
    if (source.at(at) != '\t') {
      return false;
    }
    int line = source.lineIndex(at);
    int start = source.lineStart(line);
    int before = at - 1;
    while (before >= start && isBlank(source.at(before))) {
      before--;
    }
    if (before >= start) {
      int codePoint = source.at(before);
      boolean alone = before == start || isBlank(source.at(before - 1));
      boolean first = source.text(new Extent(start, before)).isBlank();
      return !(alone && (codePoint == '-' || codePoint == '?')) && !(first && codePoint == ':');
    }
    int next = at;
    while (isBlank(source.at(next)) || YamlSource.isBreak(source.at(next))) {
      next++;
    }
    return source.at(next) == '#' && line > 0 && isComment(line - 1);
  }

  private static boolean isBlank(int codePoint) {
    return codePoint == ' ' || codePoint == '\t';
  }

  private boolean isComment(int line) {
    int at = source.lineStart(line);
    while (isBlank(source.at(at))) {
      at++;
    }
    return source.at(at) == '#';
  }

  private YamlProblem syntaxProblem(int at, MarkedYAMLException e) {
    Extent extent = new Extent(at, Math.min(at + 1, source.length()));
    int line = source.lineIndex(at);
    Mark context = e.getContextMark();
    int contextLine =
        context == null ? line : source.lineIndex(Math.min(context.getIndex(), source.length()));
    if (holdsTemplate(line) || holdsTemplate(contextLine)) {
      return new YamlProblem(
          YamlProblem.Kind.TEMPLATE,
          extent,
          "This is a template, not YAML: its {{ }} are not filled in yet.");
    }
    String reason = e.getProblem() == null ? "not YAML" : e.getProblem();
    String message = e.getContext() == null ? reason : e.getContext() + ", " + reason;
    return new YamlProblem(YamlProblem.Kind.SYNTAX, extent, sentence(message));
  }

  private boolean holdsTemplate(int line) {
    return source
        .text(new Extent(source.lineStart(line), source.lineContentEnd(line)))
        .contains("{{");
  }

  private static String sentence(@Nullable String message) {
    String text = message == null || message.isBlank() ? "not YAML" : message.strip();
    String first = text.lines().findFirst().orElse(text);
    String capital = first.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + first.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }
}
