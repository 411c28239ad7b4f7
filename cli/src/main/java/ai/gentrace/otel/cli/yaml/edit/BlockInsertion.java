package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Adds entries and items as lines of block style. */
final class BlockInsertion {
  private final StreamEdits edits;
  private final YamlSource source;

  BlockInsertion(StreamEdits edits) {
    this.edits = edits;
    this.source = edits.stream.source();
  }

  /** Into a text of comments at most. */
  List<TextEdit> intoNothing(NodeEdit edit) {
    int last = source.lineCount() - 1;
    // A last line that is empty is no line: what comes there ends with a break.
    LineInsertion place =
        source.lineStart(last) == source.length()
            ? new LineInsertion(source, last)
            : LineInsertion.behind(source, last, 0);
    return entries(edit, place, 0, 0, new BlockStyle(source, List.of()), List.of());
  }

  /** Behind the last child of a block collection. */
  List<TextEdit> append(NodeEdit edit, Children children) {
    int column = source.column(children.first().start());
    int lastLine = BlockDeletion.lastLine(source, children.last());
    LineInsertion place = LineInsertion.behind(source, lastLine, column);
    if (place.isUnterminated() && endsWithOpenText(children.node())) {
      place = before(edit, children);
    }
    if (Marker.above(source, place.line(), column) != null) {
      throw RefusedException.layout(
          source,
          edit,
          children.last().start(),
          "is followed by a marker that an earlier run left.");
    }
    BlockStyle style = new BlockStyle(source, edit.upwards());
    if (children.node() instanceof YamlSequence list) {
      return items(edit, place, column, gap(list, style), style);
    }
    List<String> separator =
        place.line() > lastLine
                && new Separators(edits, new BitSet()).areUsual(edit, children)
                && !keepsLineBreaks(children.node())
            ? List.of("")
            : List.of();
    return entries(edit, place, column, 0, style, separator);
  }

  /** Blanks behind the last dash that has its item on the same line. */
  private int gap(YamlSequence list, BlockStyle style) {
    YamlSequence.Item last = list.items().get(list.items().size() - 1);
    int gap = last.node().start() - last.start() - 1;
    boolean sameLine = source.lineIndex(last.node().start()) == source.lineIndex(last.start());
    return sameLine && gap > 0 ? gap : style.dashGap();
  }

  /** Below a key that has null or an empty collection, which gives way. */
  List<TextEdit> fill(NodeEdit edit, YamlNode vacant, YamlEntry holder) {
    List<TextEdit> result = new ArrayList<>();
    int end = Math.max(vacant.extent().end(), KeyText.colonEnd(source, holder));
    int from = vacant.extent().start();
    while (from > 0 && (source.at(from - 1) == ' ' || source.at(from - 1) == '\t')) {
      from--;
    }
    Extent gone = new Extent(from, vacant.extent().end());
    boolean written = vacant.extent().length() > 0;
    if (written) {
      if (from == source.lineStart(source.lineIndex(from))) {
        throw RefusedException.layout(source, edit, vacant.start(), "stands on a line of its own.");
      }
      result.add(TextEdit.deletion(gone, edit.path));
    }
    if (source.at(end - 1) != ':' && !written) {
      throw RefusedException.layout(source, edit, vacant.start(), "has no colon.");
    }
    if (!TextLines.isLastOnLine(source, end)) {
      throw RefusedException.layout(
          source, edit, vacant.start(), "shares its line with something else.");
    }
    int keyColumn = source.column(holder.start());
    LineInsertion place = LineInsertion.behind(source, source.lineIndex(end), keyColumn + 1);
    String marker = Marker.comment(written ? source.text(gone) : "");
    BlockStyle style = new BlockStyle(source, edit.upwards());
    if (!edit.items.isEmpty()) {
      int column = keyColumn + style.dashOffset();
      result.add(place.of(List.of(" ".repeat(column) + marker), column, edit.path));
      result.addAll(items(edit, place, column, style.dashGap(), style));
    } else {
      // Seen from the vacant node its entries are one level down.
      int column = keyColumn + new BlockStyle(source, edit.ancestorsUpwards()).step(0);
      result.add(place.of(List.of(" ".repeat(column) + marker), column, edit.path));
      result.addAll(entries(edit, place, column, 0, style, List.of()));
    }
    return result;
  }

  private List<TextEdit> entries(
      NodeEdit edit,
      LineInsertion place,
      int column,
      int level,
      BlockStyle style,
      List<String> separator) {
    List<TextEdit> result = new ArrayList<>();
    BlockText text = new BlockText(style);
    for (NewEntry entry : edit.entries) {
      List<String> lines = new ArrayList<>(separator);
      lines.addAll(text.entry(entry, column, level));
      result.add(place.of(lines, column, edit.path.key(entry.key())));
    }
    return result;
  }

  private List<TextEdit> items(
      NodeEdit edit, LineInsertion place, int column, int gap, BlockStyle style) {
    List<TextEdit> result = new ArrayList<>();
    BlockText text = new BlockText(style);
    for (NewItem item : edit.items) {
      result.add(place.of(text.item(item, column, gap, 0), column, edit.path));
    }
    return result;
  }

  /**
   * The place above the first entry and the comments that belong to it. Needed where the last value
   * is a block of text that ends with the file: a line break behind it would become part of it.
   */
  private LineInsertion before(NodeEdit edit, Children children) {
    int start = children.first().start();
    if (!TextLines.isFirstOnLine(source, start) || children.node() instanceof YamlSequence) {
      throw RefusedException.layout(
          source,
          edit,
          start,
          "ends with a block of text without a line break at the end of the file.");
    }
    int line = source.lineIndex(start);
    int top = edit.holder == null ? 0 : source.lineIndex(edit.holder.start()) + 1;
    while (line > top && TextLines.isComment(source, line - 1)) {
      line--;
    }
    return new LineInsertion(source, line);
  }

  private boolean endsWithOpenText(YamlNode node) {
    return lastLeaf(node) instanceof YamlScalar scalar
        && isBlockText(scalar)
        && !header(scalar).contains("-");
  }

  private boolean keepsLineBreaks(YamlNode node) {
    return lastLeaf(node) instanceof YamlScalar scalar
        && isBlockText(scalar)
        && header(scalar).contains("+");
  }

  private static boolean isBlockText(YamlScalar scalar) {
    return scalar.style() == YamlScalar.Style.LITERAL || scalar.style() == YamlScalar.Style.FOLDED;
  }

  /** The indicators of a block scalar, without the comment behind them. */
  private String header(YamlScalar scalar) {
    int at = scalar.extent().start();
    int end = at;
    while (source.at(end) > ' ' && !YamlSource.isBreak(source.at(end))) {
      end++;
    }
    return source.text(new Extent(at, end));
  }

  private static YamlNode lastLeaf(YamlNode node) {
    YamlNode leaf = node;
    while (true) {
      if (leaf instanceof YamlMapping mapping && !mapping.flow() && !mapping.entries().isEmpty()) {
        leaf = mapping.entries().get(mapping.entries().size() - 1).value();
      } else if (leaf instanceof YamlSequence list && !list.flow() && !list.items().isEmpty()) {
        leaf = list.items().get(list.items().size() - 1).node();
      } else {
        return leaf;
      }
    }
  }
}
