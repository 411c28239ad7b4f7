package ai.gentrace.otel.cli.yaml;

import ai.gentrace.otel.cli.yaml.YamlNode.Properties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of one text as rows of numbers. An object for each would take a multiple of the text's
 * memory, and an edit holds two trees at once; {@link YamlNode}s are made when they are asked for.
 * Filled by one {@link TreeBuilder}, then only read.
 */
final class NodeTable {
  private static final int KIND_BITS = 4;
  private static final List<YamlScalar.Style> STYLES = List.of(YamlScalar.Style.values());

  // The kinds of scalars are the indexes of their styles; a collection in brackets is one more.
  private static final int PLAIN = STYLES.indexOf(YamlScalar.Style.PLAIN);
  private static final int SINGLE_QUOTED = STYLES.indexOf(YamlScalar.Style.SINGLE_QUOTED);
  private static final int DOUBLE_QUOTED = STYLES.indexOf(YamlScalar.Style.DOUBLE_QUOTED);
  private static final int ALIAS = STYLES.size();
  private static final int MAPPING = ALIAS + 1;
  private static final int SEQUENCE = MAPPING + 2;

  private static final int AS_WRITTEN = 0;

  /** Mappings with more entries are not searched from the front. */
  private static final int LONG = 256;

  private final YamlSource source;
  private final IntColumn starts = new IntColumn();
  private final IntColumn ends = new IntColumn();

  /** Kind, and above it: of scalars which of {@link #texts}, of others where in {@link #links}. */
  private final IntColumn facts = new IntColumn();

  /** How many numbers a collection has, and the numbers; of an alias its target. */
  private final IntColumn links = new IntColumn();

  /** What scalars hold that is not written so, from 1. */
  private final List<String> texts = new ArrayList<>();

  private final Map<Integer, Properties> properties = new HashMap<>();

  /** The keys of mappings that are long to search. */
  private final Map<Integer, KeySet> keys = new HashMap<>();

  /** The aliases and merge keys. */
  private final IntColumn borrowers = new IntColumn();

  NodeTable(YamlSource source) {
    this.source = source;
  }

  YamlSource source() {
    return source;
  }

  int size() {
    return starts.size();
  }

  int addScalar(Extent extent, Properties given, String value, YamlScalar.Style style) {
    int kind = STYLES.indexOf(style);
    int index = add(extent, given, kind, AS_WRITTEN);
    if (!source.holds(textStart(index), textEnd(index), value)) {
      texts.add(value);
      facts.set(index, texts.size() << KIND_BITS | kind);
    }
    return index;
  }

  int addAlias(Extent extent, int target) {
    int index = add(extent, Properties.NONE, ALIAS, links.size());
    links.add(target);
    borrowers.add(index);
    return index;
  }

  /** Takes a scalar or alias for a key; false if an equal one is in the set. */
  boolean addKey(KeySet set, int index) {
    if (isMergeKey(index)) {
      borrowers.add(index);
    }
    return set.add(index);
  }

  /** Takes the members from a stack, where they begin at {@code base}. */
  int addCollection(
      Extent extent, Properties given, boolean mapping, boolean flow, IntColumn stack, int base) {
    int kind = (mapping ? MAPPING : SEQUENCE) + (flow ? 1 : 0);
    int index = add(extent, given, kind, links.size());
    links.add(stack.size() - base);
    for (int i = base; i < stack.size(); i++) {
      links.add(stack.get(i));
    }
    return index;
  }

  private int add(Extent extent, Properties given, int kind, int link) {
    int index = starts.size();
    starts.add(extent.start());
    ends.add(extent.end());
    facts.add(link << KIND_BITS | kind);
    if (given.present()) {
      properties.put(index, given);
    }
    return index;
  }

  /** Keeps the keys of a mapping if it is long to search. */
  void keep(KeySet set, int mapping) {
    if (set.size() > LONG && !borrows(mapping)) {
      keys.put(mapping, set);
    }
  }

  /** Moves a scalar that is not written at all. */
  void move(int index, int offset) {
    starts.set(index, offset);
    ends.set(index, offset);
  }

  YamlNode node(int index) {
    int kind = kind(index);
    if (kind < ALIAS) {
      return new YamlScalar(this, index);
    }
    if (kind == ALIAS) {
      return new YamlAlias(this, index);
    }
    return kind < SEQUENCE ? new YamlMapping(this, index) : new YamlSequence(this, index);
  }

  int start(int index) {
    return starts.get(index);
  }

  int end(int index) {
    return ends.get(index);
  }

  /** Where a node begins with its anchor and tag. */
  int fullStart(int index) {
    Properties given = properties(index);
    return given.present() ? given.start() : start(index);
  }

  Properties properties(int index) {
    Properties given = properties.isEmpty() ? null : properties.get(index);
    return given == null ? Properties.NONE : given;
  }

  /** What a scalar holds; an alias as it is written. */
  String text(int index) {
    return isAsWritten(index)
        ? source.text(textStart(index), textEnd(index))
        : texts.get(link(index) - 1);
  }

  /** Whether this is a scalar that holds a text. */
  boolean holds(int index, String text) {
    return kind(index) < ALIAS
        && (isAsWritten(index)
            ? source.holds(textStart(index), textEnd(index), text)
            : texts.get(link(index) - 1).equals(text));
  }

  /** Whether this is a plain {@code <<}. */
  boolean isMergeKey(int index) {
    return kind(index) == PLAIN && holds(index, "<<");
  }

  /** Whether an alias or merge key is or stands in a node. */
  boolean borrows(int index) {
    int inOrBefore = borrowers.countUpTo(index);
    return inOrBefore > 0 && borrowers.get(inOrBefore - 1) >= first(index);
  }

  int nodeCount(int index) {
    return index + 1 - first(index);
  }

  /** The first of the nodes that a node consists of. They stand before it in the table. */
  private int first(int index) {
    int first = index;
    while (kind(first) > ALIAS && memberCount(first) > 0) {
      // Of a mapping the first key, of a list the first item; before it stands where it begins.
      first = member(first, 1);
    }
    return first;
  }

  /** The keys of a mapping that is long to search, or null. */
  @Nullable KeySet keys(int mapping) {
    return keys.get(mapping);
  }

  YamlScalar.Style style(int index) {
    return STYLES.get(kind(index));
  }

  /** Whether a collection stands in brackets. */
  boolean flow(int index) {
    return kind(index) == MAPPING + 1 || kind(index) == SEQUENCE + 1;
  }

  /** What an alias stands for. */
  int target(int index) {
    return links.get(link(index));
  }

  /** How many numbers a collection keeps. */
  int memberCount(int index) {
    return links.get(link(index));
  }

  /** One of the numbers that a collection keeps. */
  int member(int index, int position) {
    return links.get(link(index) + 1 + position);
  }

  /** Whether what a node holds stands in the text as it is. */
  boolean isAsWritten(int index) {
    return isAlias(index) || link(index) == AS_WRITTEN;
  }

  /** Where a scalar's text begins if it stands there as it is. */
  int textStart(int index) {
    return start(index) + (isInQuotes(index) ? 1 : 0);
  }

  int textEnd(int index) {
    return end(index) - (isInQuotes(index) ? 1 : 0);
  }

  private boolean isInQuotes(int index) {
    int kind = kind(index);
    return (kind == SINGLE_QUOTED || kind == DOUBLE_QUOTED) && end(index) - start(index) > 1;
  }

  /** Whether a scalar is not written at all. */
  boolean isEmptyPlain(int index) {
    return kind(index) == PLAIN && start(index) == end(index);
  }

  /** Whether a scalar has a line of its own for its indicator. */
  boolean isBlock(int index) {
    return style(index) == YamlScalar.Style.LITERAL || style(index) == YamlScalar.Style.FOLDED;
  }

  boolean isAlias(int index) {
    return kind(index) == ALIAS;
  }

  boolean isScalar(int index) {
    return kind(index) < ALIAS;
  }

  /** The node itself, or what an alias stands for. */
  int resolved(int index) {
    return kind(index) == ALIAS ? target(index) : index;
  }

  private int kind(int index) {
    return facts.get(index) & ((1 << KIND_BITS) - 1);
  }

  private int link(int index) {
    return facts.get(index) >>> KIND_BITS;
  }
}
