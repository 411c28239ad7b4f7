package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;

/** Takes entries and items out of a collection in brackets, each with exactly one comma. */
final class FlowDeletion {
  private final YamlSource source;

  FlowDeletion(YamlSource source) {
    this.source = source;
  }

  List<TextEdit> delete(NodeEdit edit, Children children) {
    List<Extent> extents = new ArrayList<>();
    int size = children.all().size();
    for (int first = 0; first < size; first++) {
      if (!edit.deleted.containsKey(first)) {
        continue;
      }
      int last = first;
      while (edit.deleted.containsKey(last + 1)) {
        last++;
      }
      run(children, first, last, extents);
      first = last;
    }
    return extents.stream().map(extent -> TextEdit.deletion(extent, edit.path)).toList();
  }

  /** Takes out neighbours, from the first to the last. */
  private void run(Children children, int first, int last, List<Extent> extents) {
    int start = children.all().get(first).start();
    int end = children.all().get(last).end();
    int next = TextLines.nextToken(source, end);
    boolean commaBehind = source.at(next) == ',';
    if (first == 0) {
      int until = commaBehind ? next + 1 : end;
      boolean isWhole = last == children.all().size() - 1;
      extents.add(new Extent(start, isWhole ? until : TextLines.skipBlanks(source, until)));
      return;
    }
    int previousEnd = children.all().get(first - 1).end();
    int comma = TextLines.nextToken(source, previousEnd);
    boolean ownLines = TextLines.isFirstOnLine(source, start);
    if (commaBehind) {
      int lead = ownLines ? source.lineContentEnd(source.lineIndex(start) - 1) : comma + 1;
      extents.add(new Extent(lead, next + 1));
    } else if (ownLines) {
      // The blank that kept the comma apart from an empty value goes with it.
      extents.add(new Extent(previousEnd, comma + 1));
      extents.add(new Extent(source.lineContentEnd(source.lineIndex(start) - 1), end));
    } else {
      extents.add(new Extent(previousEnd, end));
    }
  }
}
