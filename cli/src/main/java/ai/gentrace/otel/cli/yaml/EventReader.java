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

  /** Parses of a text with tabs: as it is, with blanks for them, and with the data given back. */
  private static final int MAX_ATTEMPTS = 6;

  /** No tab ended an attempt. */
  private static final int NONE = -1;

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
    TreeBuilder asWritten = new TreeBuilder(source);
    int tab = attempt(source.text(), asWritten);
    return tab == NONE ? asWritten : readWithoutTabs(tab, asWritten);
  }

  /** Reads once more; what was read before stays if that is no better. */
  private TreeBuilder readWithoutTabs(int firstTab, TreeBuilder asWritten) {
    YamlProblem before = problem;
    BlankedTabs tabs = new BlankedTabs(source);
    boolean changed = tabs.blankFrom(firstTab);
    for (int i = 1; i < MAX_ATTEMPTS && changed; i++) {
      problem = null;
      TreeBuilder tree = new TreeBuilder(source);
      int tab = attempt(tabs.text(), tree);
      changed = tabs.giveBackData(tree.table()) || (tab != NONE && tabs.blankFrom(tab));
      if (!changed) {
        return tree;
      }
    }
    problem = before;
    return asWritten;
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
    String text = source.text();
    for (int unit = 0, at = 0; unit < text.length(); at++) {
      int codePoint = text.codePointAt(unit);
      unit += Character.charCount(codePoint);
      if (!StreamReader.isPrintable(codePoint)) {
        return new YamlProblem(
            YamlProblem.Kind.SYNTAX,
            new Extent(at, at + 1),
            String.format("The character U+%04X is not allowed in YAML.", codePoint));
      }
    }
    return null;
  }

  /** One parse; returns the offset of a tab that ended it, else {@link #NONE}. */
  private int attempt(String text, TreeBuilder tree) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    ParserImpl parser = new ParserImpl(new SourceReader(source, text), options);
    lastEnd = 0;
    try {
      for (Event event = parser.getEvent(); event != null; event = parser.getEvent()) {
        lastEnd = event.getEndMark().getIndex();
        if (!tree.accept(event) || event.is(Event.ID.StreamEnd)) {
          break;
        }
      }
      return NONE;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
      int at = mark == null ? lastEnd : Math.min(mark.getIndex(), source.length());
      problem = syntaxProblem(at, e);
      return source.at(at) == '\t' ? at : NONE;
    } catch (YAMLException | IllegalArgumentException e) {
      // The second comes from escapes such as "\U00110000", which no code point has.
      problem =
          new YamlProblem(
              YamlProblem.Kind.SYNTAX, new Extent(lastEnd, lastEnd), sentence(e.getMessage()));
      return NONE;
    }
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
