package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The lines that entries and items of block collections take up. */
final class BlockDeletion {
  private final YamlSource source;

  BlockDeletion(YamlSource source) {
    this.source = source;
  }

  /** The lines that go with the deleted children of a block collection. */
  BitSet lines(NodeEdit edit, Children children) {
    BitSet lines = new BitSet();
    edit.deleted.forEach(
        (index, comments) -> {
          Children.Child child = children.all().get(index);
          int first = source.lineIndex(child.start());
          lines.set(first, lastLine(source, child) + 1);
          int end = index == 0 ? -1 : lastLine(source, children.all().get(index - 1));
          int above = first - commentsAbove(first, end, comments);
          lines.set(above, first);
          if (isSeparatorAbove(edit, children, index, above)) {
            lines.set(above - 1);
          }
        });
    Marker marker = Marker.in(source, children);
    if (marker != null && !edit.deleted.isEmpty()) {
      lines.set(marker.line());
    }
    return lines;
  }

  /** Index of the line that holds the last code point of a child of a block collection. */
  static int lastLine(YamlSource source, Children.Child child) {
    int end = child.end();
    int line = source.lineIndex(end);
    // A block scalar that keeps its line breaks ends where the next line begins.
    return source.column(end) == 0 && end > child.start() ? line - 1 : line;
  }

  /** How many lines between two others, directly above the second, are the longest given block. */
  private int commentsAbove(int line, int end, List<List<String>> blocks) {
    int longest = 0;
    for (List<String> block : blocks) {
      int size = block.size();
      if (size > longest && size < line - end && stands(block, line - size)) {
        longest = size;
      }
    }
    return longest;
  }

  private boolean stands(List<String> block, int firstLine) {
    for (int i = 0; i < block.size(); i++) {
      if (!TextLines.content(source, firstLine + i).strip().equals(block.get(i).strip())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the line above is the blank one that an insertion put between two entries. */
  private boolean isSeparatorAbove(NodeEdit edit, Children children, int index, int line) {
    if (index == 0 || line == 0 || !TextLines.isBlank(source, line - 1)) {
      return false;
    }
    int previousEnd = lastLine(source, children.all().get(index - 1));
    return line - 1 > previousEnd && Separators.areUsual(source, children, edit.deleted.keySet());
  }

  /** The deletions that take whole lines out, at the end of a text with the break before them. */
  List<Extent> extents(BitSet lines) {
    List<Extent> extents = new ArrayList<>();
    for (int first = lines.nextSetBit(0); first >= 0; ) {
      int next = lines.nextClearBit(first);
      boolean unterminated = next >= source.lineCount();
      int start =
          unterminated && first > 0 ? source.lineContentEnd(first - 1) : source.lineStart(first);
      extents.add(new Extent(start, unterminated ? source.length() : source.lineStart(next)));
      first = lines.nextSetBit(next);
    }
    return extents;
  }
}
