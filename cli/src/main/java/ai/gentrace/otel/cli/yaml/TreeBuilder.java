package ai.gentrace.otel.cli.yaml;

import ai.gentrace.otel.cli.yaml.YamlNode.Properties;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Makes the tree of one text from parser events, without recursion. Used once. */
final class TreeBuilder {
  /** More than any configuration has; keeps walks over the tree clear of the stack's end. */
  private static final int MAX_DEPTH = 200;

  private final YamlSource source;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private final Map<String, String> keyTexts = new HashMap<>();
  private final Set<String> openAnchors = new HashSet<>();
  private final List<YamlDocument> documents = new ArrayList<>();
  private final List<YamlProblem> problems = new ArrayList<>();
  private Set<YamlNode> aliased = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable DocumentStartEvent documentStart;
  private @Nullable YamlNode root;

  TreeBuilder(YamlSource source) {
    this.source = source;
  }

  static YamlStream build(YamlSource source) {
    YamlProblem encoding = source.encodingProblem();
    if (encoding != null) {
      return new YamlStream(source, List.of(), List.of(encoding), null);
    }
    EventReader events = new EventReader(source);
    TreeBuilder tree = events.read();
    YamlProblem end = events.problem();
    if (end != null) {
      tree.problems.add(end);
    }
    return new YamlStream(source, tree.documents, tree.problems, null);
  }

  /** Takes one event; false ends the parse, with the reason among the problems. */
  boolean accept(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> startDocument((DocumentStartEvent) event);
      case DocumentEnd -> endDocument((DocumentEndEvent) event);
      case MappingStart, SequenceStart -> {
        CollectionStartEvent start = (CollectionStartEvent) event;
        if (open.size() >= MAX_DEPTH) {
          int at = start.getStartMark().getIndex();
          problems.add(
              new YamlProblem(
                  YamlProblem.Kind.LIMIT,
                  new Extent(at, at + 1),
                  "Nested more than " + MAX_DEPTH + " levels deep."));
          return false;
        }
        open.push(
            new Frame(start, properties(start.getStartMark(), start.getAnchor(), start.getTag())));
        if (start.getAnchor() != null) {
          openAnchors.add(start.getAnchor());
        }
      }
      case MappingEnd, SequenceEnd -> {
        Frame frame = open.pop();
        add(frame.finish(event.getEndMark().getIndex()));
      }
      case Scalar -> add(scalar((ScalarEvent) event));
      case Alias -> {
        return alias((AliasEvent) event);
      }
      default -> {}
    }
    return true;
  }

  private void startDocument(DocumentStartEvent event) {
    documentStart = event;
    root = null;
    anchors.clear();
    openAnchors.clear();
  }

  private void endDocument(DocumentEndEvent event) {
    DocumentStartEvent start = documentStart;
    if (start == null) {
      return;
    }
    YamlNode top = root instanceof YamlScalar scalar && isNothing(scalar) ? null : root;
    documents.add(
        new YamlDocument(
            new Extent(start.getStartMark().getIndex(), event.getEndMark().getIndex()),
            top,
            start.getExplicit(),
            event.getExplicit(),
            aliased));
    aliased = Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static boolean isNothing(YamlScalar scalar) {
    return scalar.isImplicit() && scalar.isNull() && !scalar.properties().present();
  }

  private boolean alias(AliasEvent event) {
    Extent extent = new Extent(event.getStartMark().getIndex(), event.getEndMark().getIndex());
    YamlNode target = anchors.get(event.getAnchor());
    if (target == null) {
      String why =
          openAnchors.contains(event.getAnchor())
              ? "The anchor \"" + event.getAnchor() + "\" contains itself."
              : "The anchor \"" + event.getAnchor() + "\" is not defined before this alias.";
      problems.add(new YamlProblem(YamlProblem.Kind.SYNTAX, extent, why));
      return false;
    }
    add(new YamlAlias(extent, Properties.NONE, event.getAnchor(), target));
    aliased.add(target);
    return true;
  }

  private static Properties properties(Mark start, @Nullable String anchor, @Nullable String tag) {
    return anchor == null && tag == null
        ? Properties.NONE
        : new Properties(start.getIndex(), anchor, tag);
  }

  private YamlScalar scalar(ScalarEvent event) {
    Properties properties = properties(event.getStartMark(), event.getAnchor(), event.getTag());
    int end = event.getEndMark().getIndex();
    int start = Math.min(end, nodeStart(event.getStartMark().getIndex(), properties));
    YamlScalar.Style style = style(event.getScalarStyle());
    if (style == YamlScalar.Style.LITERAL || style == YamlScalar.Style.FOLDED) {
      end = blockScalarEnd(start, end);
    }
    return new YamlScalar(new Extent(start, end), properties, event.getValue(), style);
  }

  /** Where the node itself begins, behind its anchor and tag. */
  private int nodeStart(int from, Properties properties) {
    int at = from;
    if (!properties.present()) {
      return at;
    }
    while (source.at(at) == '&' || source.at(at) == '!') {
      while (source.at(at) != -1 && !isBlankOrBreak(source.at(at))) {
        at++;
      }
      at = skipToToken(at);
    }
    return at;
  }

  /** The next code point that is neither blank, nor line break, nor in a comment. */
  private int skipToToken(int from) {
    int at = from;
    while (true) {
      int codePoint = source.at(at);
      if (codePoint == '#' && (at == 0 || isBlankOrBreak(source.at(at - 1)))) {
        at = source.lineContentEnd(source.lineIndex(at));
      } else if (codePoint != -1 && isBlankOrBreak(codePoint)) {
        at++;
      } else {
        return at;
      }
    }
  }

  private static boolean isBlankOrBreak(int codePoint) {
    return codePoint == ' ' || codePoint == '\t' || YamlSource.isBreak(codePoint);
  }

  /**
   * Where a block scalar's data ends. The parser's mark stands behind the blank lines that follow:
   * these are data only after {@code +}. A line of blanks may be data, so only lines without any
   * code point are given back.
   */
  private int blockScalarEnd(int start, int mark) {
    int headerLine = source.lineIndex(start);
    for (int at = start + 1; at < source.lineContentEnd(headerLine); at++) {
      int codePoint = source.at(at);
      if (codePoint == '+') {
        return mark;
      }
      if (codePoint == ' ' || codePoint == '\t') {
        break;
      }
    }
    int line = source.lineIndex(mark);
    if (source.column(mark) == 0 && line > headerLine) {
      line--;
    }
    while (line > headerLine && source.lineStart(line) == source.lineContentEnd(line)) {
      line--;
    }
    return Math.min(mark, source.lineContentEnd(line));
  }

  private static YamlScalar.Style style(ScalarStyle style) {
    return switch (style) {
      case SINGLE_QUOTED -> YamlScalar.Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> YamlScalar.Style.DOUBLE_QUOTED;
      case LITERAL -> YamlScalar.Style.LITERAL;
      case FOLDED -> YamlScalar.Style.FOLDED;
      case PLAIN -> YamlScalar.Style.PLAIN;
    };
  }

  /** Keys repeat a lot: equal texts become one object. */
  private YamlNode shared(YamlNode node) {
    if (!(node instanceof YamlScalar key) || key.properties().present()) {
      return node;
    }
    String known = keyTexts.putIfAbsent(key.value(), key.value());
    String text = known == null ? key.value() : known;
    return new YamlScalar(key.extent(), key.properties(), text, key.style());
  }

  private void add(YamlNode node) {
    String anchor = node.properties().anchor();
    if (anchor != null) {
      anchors.put(anchor, node);
      openAnchors.remove(anchor);
    }
    Frame parent = open.peek();
    if (parent == null) {
      root = node;
    } else {
      parent.add(node);
    }
  }

  /** A collection whose end has not come yet. */
  private final class Frame {
    private final boolean mapping;
    private final boolean flow;
    private final Properties properties;
    private final int start;
    private final List<YamlEntry> entries = new ArrayList<>();
    private final List<YamlSequence.Item> items = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private @Nullable YamlNode key;
    private int end;

    Frame(CollectionStartEvent event, Properties properties) {
      this.mapping = event instanceof MappingStartEvent;
      this.flow = event.isFlow();
      this.properties = properties;
      this.start = nodeStart(event.getStartMark().getIndex(), properties);
      this.end = start;
    }

    void add(YamlNode node) {
      YamlNode value = node;
      if (!mapping) {
        int itemStart = flow ? node.start() : skipToToken(end);
        items.add(new YamlSequence.Item(itemStart, node));
      } else if (key == null) {
        key = shared(node);
        check(node);
      } else {
        value = placed(key, node);
        entries.add(new YamlEntry(entryStart(key), key, value));
        key = null;
      }
      end = Math.max(value.extent().end(), end);
    }

    /** The parser sets a value that is not written to the next token; it belongs to its key. */
    private YamlNode placed(YamlNode key, YamlNode node) {
      if (!(node instanceof YamlScalar scalar)
          || !scalar.isImplicit()
          || scalar.style() != YamlScalar.Style.PLAIN
          || scalar.properties().present()) {
        return node;
      }
      int keyEnd = key.extent().end();
      int token = skipToToken(keyEnd);
      int at = source.at(token) == ':' && token < node.extent().start() ? token + 1 : keyEnd;
      return at == node.extent().start()
          ? node
          : new YamlScalar(new Extent(at, at), scalar.properties(), scalar.value(), scalar.style());
    }

    private void check(YamlNode node) {
      if (node.resolved() instanceof YamlMapping || node.resolved() instanceof YamlSequence) {
        boolean template = source.at(start) == '{' && source.at(start + 1) == '{';
        problems.add(
            template
                ? new YamlProblem(
                    YamlProblem.Kind.TEMPLATE,
                    new Extent(start, start + 2),
                    "This is a template, not YAML: its {{ }} are not filled in yet.")
                : new YamlProblem(
                    YamlProblem.Kind.COMPLEX_KEY,
                    node.extent(),
                    "A mapping or list stands as a key; the collector reads only scalar keys."));
        return;
      }
      String identity =
          node instanceof YamlAlias alias ? "*" + alias.name() : "=" + ((YamlScalar) node).value();
      if (!keys.add(identity)) {
        problems.add(
            new YamlProblem(
                YamlProblem.Kind.DUPLICATE_KEY,
                node.extent(),
                "The key \"" + ((YamlScalar) node.resolved()).value() + "\" stands here twice."));
      }
    }

    /** Steps back from a key to the question mark of {@code ? key}. */
    private int entryStart(YamlNode node) {
      int first = node.start();
      int at = first - 1;
      while (at >= 0 && (source.at(at) == ' ' || source.at(at) == '\t')) {
        at--;
      }
      boolean explicit =
          at >= 0
              && (at < first - 1 || node.extent().length() == 0)
              && source.at(at) == '?'
              && (at == 0
                  || isBlankOrBreak(source.at(at - 1))
                  || "[{,-?".indexOf(source.at(at - 1)) >= 0);
      return explicit ? at : first;
    }

    YamlNode finish(int mark) {
      // A pair in a flow list, [a: b], is a flow mapping without braces.
      int bracket = source.at(start);
      boolean bracketed = flow && (bracket == '{' || bracket == '[');
      int from = bracketed ? start : firstChildStart();
      Extent extent = new Extent(from, Math.max(from, bracketed ? mark : end));
      return mapping
          ? new YamlMapping(extent, properties, flow, entries)
          : new YamlSequence(extent, properties, flow, items);
    }

    private int firstChildStart() {
      if (!entries.isEmpty()) {
        return entries.get(0).start();
      }
      return items.isEmpty() ? start : items.get(0).start();
    }
  }
}
