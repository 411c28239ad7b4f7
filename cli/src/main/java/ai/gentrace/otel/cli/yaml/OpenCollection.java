package ai.gentrace.otel.cli.yaml;

import ai.gentrace.otel.cli.yaml.YamlNode.Properties;
import java.util.List;

/** A collection whose end has not come yet. */
final class OpenCollection {
  private static final int NONE = -1;

  private final YamlSource source;
  private final Tokens tokens;
  private final NodeTable table;

  /** The members of all open collections, those of inner ones on top. */
  private final IntColumn stack;

  private final List<YamlProblem> problems;
  private final boolean mapping;
  private final boolean flow;
  private final Properties properties;
  private final int start;
  private final int base;
  private final KeySet keys;
  private int key = NONE;
  private int end;

  /**
   * @param start where the parser sees the collection begin, behind its anchor and tag
   */
  OpenCollection(
      YamlSource source,
      NodeTable table,
      IntColumn stack,
      List<YamlProblem> problems,
      boolean mapping,
      boolean flow,
      Properties properties,
      int start) {
    this.source = source;
    this.tokens = new Tokens(source);
    this.table = table;
    this.stack = stack;
    this.problems = problems;
    this.mapping = mapping;
    this.flow = flow;
    this.properties = properties;
    this.start = start;
    this.base = stack.size();
    this.keys = new KeySet(table);
    this.end = start;
  }

  void add(int index) {
    if (!mapping) {
      stack.add(flow ? table.fullStart(index) : tokens.next(end));
      stack.add(index);
    } else if (key == NONE) {
      key = index;
      check(index);
    } else {
      place(index);
      stack.add(tokens.entryStart(table.fullStart(key), table.start(key) == table.end(key)));
      stack.add(key);
      stack.add(index);
      key = NONE;
    }
    end = Math.max(table.end(index), end);
  }

  /** Moves a value that is not written to its key. */
  private void place(int index) {
    if (table.isEmptyPlain(index) && !table.properties(index).present()) {
      table.move(index, tokens.absentValue(table.end(key), table.start(index)));
    }
  }

  private void check(int index) {
    int resolved = table.resolved(index);
    if (!table.isScalar(resolved)) {
      boolean template = source.at(start) == '{' && source.at(start + 1) == '{';
      problems.add(
          template
              ? new YamlProblem(
                  YamlProblem.Kind.TEMPLATE,
                  new Extent(start, start + 2),
                  "This is a template, not YAML: its {{ }} are not filled in yet.")
              : new YamlProblem(
                  YamlProblem.Kind.COMPLEX_KEY,
                  table.node(index).extent(),
                  "A mapping or list stands as a key; the collector reads only scalar keys."));
    } else if (!table.addKey(keys, index)) {
      problems.add(
          new YamlProblem(
              YamlProblem.Kind.DUPLICATE_KEY,
              table.node(index).extent(),
              "The key \"" + table.text(resolved) + "\" stands here twice."));
    }
  }

  /** Writes the collection into the table; {@code mark} is where the parser sees it end. */
  int finish(int mark) {
    // A pair in a flow list, [a: b], is a flow mapping without braces.
    int bracket = source.at(start);
    boolean bracketed = flow && (bracket == '{' || bracket == '[');
    int from = bracketed || stack.size() == base ? start : stack.get(base);
    Extent extent = new Extent(from, Math.max(from, bracketed ? mark : end));
    int index = table.addCollection(extent, properties, mapping, flow, stack, base);
    stack.cut(base);
    table.keep(keys, index);
    return index;
  }
}
