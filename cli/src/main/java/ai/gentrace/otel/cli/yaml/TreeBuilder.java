package ai.gentrace.otel.cli.yaml;

import ai.gentrace.otel.cli.yaml.YamlNode.Properties;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Tokens tokens;
  private final NodeTable table;
  private final IntColumn members = new IntColumn();
  private final Deque<OpenCollection> open = new ArrayDeque<>();
  private final Map<String, Integer> anchors = new HashMap<>();
  private final Set<String> openAnchors = new HashSet<>();
  private final List<YamlDocument> documents = new ArrayList<>();
  private final List<YamlProblem> problems = new ArrayList<>();
  private Set<YamlNode> aliased = new HashSet<>();
  private @Nullable DocumentStartEvent documentStart;
  private @Nullable YamlNode root;

  TreeBuilder(YamlSource source) {
    this.source = source;
    this.tokens = new Tokens(source);
    this.table = new NodeTable(source);
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

  /** The nodes so far. */
  NodeTable table() {
    return table;
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
        open.push(open(start));
        if (start.getAnchor() != null) {
          openAnchors.add(start.getAnchor());
        }
      }
      case MappingEnd, SequenceEnd -> {
        add(open.pop().finish(event.getEndMark().getIndex()));
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
    aliased = new HashSet<>();
  }

  private static boolean isNothing(YamlScalar scalar) {
    return scalar.isImplicit() && scalar.isNull() && !scalar.properties().present();
  }

  private boolean alias(AliasEvent event) {
    Extent extent = new Extent(event.getStartMark().getIndex(), event.getEndMark().getIndex());
    Integer target = anchors.get(event.getAnchor());
    if (target == null) {
      String why =
          openAnchors.contains(event.getAnchor())
              ? "The anchor \"" + event.getAnchor() + "\" contains itself."
              : "The anchor \"" + event.getAnchor() + "\" is not defined before this alias.";
      problems.add(new YamlProblem(YamlProblem.Kind.SYNTAX, extent, why));
      return false;
    }
    add(table.addAlias(extent, target));
    aliased.add(table.node(target));
    return true;
  }

  private static Properties properties(Mark start, @Nullable String anchor, @Nullable String tag) {
    return anchor == null && tag == null
        ? Properties.NONE
        : new Properties(start.getIndex(), anchor, tag);
  }

  private OpenCollection open(CollectionStartEvent event) {
    Properties properties = properties(event.getStartMark(), event.getAnchor(), event.getTag());
    return new OpenCollection(
        source,
        table,
        members,
        problems,
        event instanceof MappingStartEvent,
        event.isFlow(),
        properties,
        tokens.nodeStart(event.getStartMark().getIndex(), properties));
  }

  private int scalar(ScalarEvent event) {
    Properties properties = properties(event.getStartMark(), event.getAnchor(), event.getTag());
    int end = event.getEndMark().getIndex();
    int start = Math.min(end, tokens.nodeStart(event.getStartMark().getIndex(), properties));
    YamlScalar.Style style = style(event.getScalarStyle());
    if (style == YamlScalar.Style.LITERAL || style == YamlScalar.Style.FOLDED) {
      end = tokens.blockScalarEnd(start, end);
    }
    return table.addScalar(new Extent(start, end), properties, event.getValue(), style);
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

  private void add(int index) {
    String anchor = table.properties(index).anchor();
    if (anchor != null) {
      anchors.put(anchor, index);
      openAnchors.remove(anchor);
    }
    OpenCollection parent = open.peek();
    if (parent == null) {
      root = table.node(index);
    } else {
      parent.add(index);
    }
  }
}
