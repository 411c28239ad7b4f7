package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines that entries and items of block collections take up. Inner collections have to come
 * first: what goes inside of an entry decides where the entry ends.
 */
final class BlockDeletion {
  private final StreamEdits edits;
  private final YamlSource source;
  private final BitSet all = new BitSet();

  BlockDeletion(StreamEdits edits) {
    this.edits = edits;
    this.source = edits.stream.source();
  }

  /** Finds the lines that go with the deleted children of a block collection. */
  BitSet add(NodeEdit edit, Children children) {
    BitSet lines = new BitSet();
    edit.deleted.forEach(
        (index, comments) -> {
          Children.Child child = children.all().get(index);
          int first = source.lineIndex(child.start());
          lines.set(first, lastLine(source, child) + 1);
          Lines above = commentsAbove(child, previousEnd(children, index), comments);
          lines.set(above.first(), above.first() + above.count());
          if (isSeparatorAbove(edit, children, index, above.first())) {
            lines.set(above.first() - 1);
          }
        });
    Marker marker = marker(edit, children);
    if (marker != null) {
      lines.set(marker.line());
    }
    all.or(lines);
    return lines;
  }

  /** The marker of a block collection, if the entry that it was written with goes; else null. */
  @Nullable Marker marker(NodeEdit edit, Children children) {
    for (int index : edit.deleted.keySet()) {
      Children.Child child = children.all().get(index);
      int end = previousEnd(children, index);
      int line = commentsAbove(child, end, edit.deleted.get(index)).first();
      Marker marker =
          line - 1 > end ? Marker.above(source, line, source.column(child.start())) : null;
      if (marker != null) {
        return marker;
      }
    }
    return null;
  }

  private int previousEnd(Children children, int index) {
    return index == 0 ? -1 : lastLine(source, children.all().get(index - 1));
  }

  /** Index of the line that holds the last code point of a child of a block collection. */
  static int lastLine(YamlSource source, Children.Child child) {
    int end = child.end();
    int line = source.lineIndex(end);
    // A block scalar that keeps its line breaks ends where the next line begins.
    return source.column(end) == 0 && end > child.start() ? line - 1 : line;
  }

  /**
   * The longest of some blocks of comments above a child; comments of others may stand around it.
   *
   * @param end index of a line above which nothing belongs to the child
   * @return no lines, at the child's, if none of the blocks is there
   */
  private Lines commentsAbove(Children.Child child, int end, @Nullable List<List<String>> blocks) {
    int line = source.lineIndex(child.start());
    int top = line;
    while (top - 1 > end
        && (TextLines.isComment(source, top - 1) || TextLines.isBlank(source, top - 1))) {
      top--;
    }
    Lines longest = new Lines(line, 0);
    for (List<String> block : blocks == null ? List.<List<String>>of() : blocks) {
      int count = block.size();
      for (int first = line - count; count > longest.count() && first >= top; first--) {
        if (stands(block, first, child)) {
          longest = new Lines(first, count);
        }
      }
    }
    return longest;
  }

  private boolean stands(List<String> block, int firstLine, Children.Child child) {
    for (int i = 0; i < block.size(); i++) {
      int first = TextLines.firstVisible(source, firstLine + i);
      if (source.column(first) != source.column(child.start())
          || !TextLines.content(source, firstLine + i).strip().equals(block.get(i).strip())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the line above is the blank one that an insertion put between two entries. */
  private boolean isSeparatorAbove(NodeEdit edit, Children children, int index, int line) {
    return index > 0
        && line - 1 > previousEnd(children, index)
        && TextLines.isBlank(source, line - 1)
        && new Separators(edits, all).areUsual(edit, children);
  }

  /** Neighbouring lines. */
  private record Lines(int first, int count) {}

  /** The deletions of all lines found, at the end of a text with the break before them. */
  List<Extent> extents() {
    List<Extent> extents = new ArrayList<>();
    for (int first = all.nextSetBit(0); first >= 0; ) {
      int next = all.nextClearBit(first);
      boolean unterminated = next >= source.lineCount();
      int start =
          unterminated && first > 0 ? source.lineContentEnd(first - 1) : source.lineStart(first);
      extents.add(new Extent(start, unterminated ? source.length() : source.lineStart(next)));
      first = all.nextSetBit(next);
    }
    return extents;
  }
}
