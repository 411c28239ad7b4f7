package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Blank lines between the entries of a block mapping, as they are without what goes: so that the
 * answer is the same when an entry is inserted and when it is taken out again.
 */
final class Separators {
  private final StreamEdits edits;
  private final YamlSource source;
  private final BitSet deletedLines;

  /**
   * @param deletedLines lines that go from inside of the entries
   */
  Separators(StreamEdits edits, BitSet deletedLines) {
    this.edits = edits;
    this.source = edits.stream.source();
    this.deletedLines = deletedLines;
  }

  /** Whether most of a mapping's neighbours are separated by a blank line. */
  boolean areUsual(@Nullable NodeEdit edit, Children children) {
    if (!(children.node() instanceof YamlMapping)) {
      return false;
    }
    int separated = 0;
    int gaps = 0;
    Children.Child previous = null;
    for (int i = 0; i < children.all().size(); i++) {
      boolean goes = edit != null && edit.deleted.containsKey(i);
      Children.Child child = goes ? null : children.all().get(i);
      if (previous != null && child != null) {
        gaps++;
        separated += isBlankBetween(keptEnd(previous), source.lineIndex(child.start())) ? 1 : 0;
      }
      previous = child;
    }
    return separated * 2 > gaps;
  }

  private boolean isBlankBetween(int end, int start) {
    for (int line = end + 1; line < start; line++) {
      if (!deletedLines.get(line) && TextLines.isBlank(source, line)) {
        return true;
      }
    }
    return false;
  }

  /** The last line of what stays of an entry. */
  private int keptEnd(Children.Child entry) {
    Children.Child end = entry;
    while (true) {
      YamlNode value = end.value();
      Children inner = Children.of(value);
      if (inner == null || inner.flow() || inner.isEmpty()) {
        return BlockDeletion.lastLine(source, end);
      }
      NodeEdit edit = edits.of(value);
      int last = inner.all().size() - 1;
      while (last >= 0 && edit != null && edit.deleted.containsKey(last)) {
        last--;
      }
      if (last < 0) {
        return source.lineIndex(end.key() == null ? end.start() : end.key().extent().end());
      }
      end = inner.all().get(last);
    }
  }
}
