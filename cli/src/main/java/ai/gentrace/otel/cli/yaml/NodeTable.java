package ai.gentrace.otel.cli.yaml;

import ai.gentrace.otel.cli.yaml.YamlNode.Properties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of one text as rows of numbers. An object for each would take a multiple of the text's
 * memory, and an edit holds two trees at once; {@link YamlNode}s are made when they are asked for.
 * Filled by one {@link TreeBuilder}, then only read.
 */
final class NodeTable {
  private static final int KIND_BITS = 4;
  private static final List<YamlScalar.Style> STYLES = List.of(YamlScalar.Style.values());

  // The kinds of scalars are the indexes of their styles; a collection in brackets is one more.
  private static final int ALIAS = STYLES.size();
  private static final int MAPPING = ALIAS + 1;
  private static final int SEQUENCE = MAPPING + 2;

  private static final int AS_WRITTEN = 0;

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

  NodeTable(YamlSource source) {
    this.source = source;
  }

  YamlSource source() {
    return source;
  }

  int addScalar(Extent extent, Properties given, String value, YamlScalar.Style style) {
    int kind = STYLES.indexOf(style);
    int index = add(extent, given, kind, AS_WRITTEN);
    if (!source.holds(written(index), value)) {
      texts.add(value);
      facts.set(index, texts.size() << KIND_BITS | kind);
    }
    return index;
  }

  int addAlias(Extent extent, int target) {
    int index = add(extent, Properties.NONE, ALIAS, links.size());
    links.add(target);
    return index;
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

  Properties properties(int index) {
    Properties given = properties.isEmpty() ? null : properties.get(index);
    return given == null ? Properties.NONE : given;
  }

  /** What a scalar holds. */
  String text(int index) {
    int text = link(index);
    return text == AS_WRITTEN ? source.text(written(index)) : texts.get(text - 1);
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

  /** Where a scalar's text stands if it stands there as it is. */
  private Extent written(int index) {
    boolean quoted =
        switch (style(index)) {
          case SINGLE_QUOTED, DOUBLE_QUOTED -> true;
          case PLAIN, LITERAL, FOLDED -> false;
        };
    int start = start(index);
    int end = end(index);
    return quoted && end - start > 1 ? new Extent(start + 1, end - 1) : new Extent(start, end);
  }

  private int kind(int index) {
    return facts.get(index) & ((1 << KIND_BITS) - 1);
  }

  private int link(int index) {
    return facts.get(index) >>> KIND_BITS;
  }
}
