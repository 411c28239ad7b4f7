package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Decides what becomes of collections whose last child goes: what their marker says, an empty one
 * where an empty one was filled in place, else they go as well.
 */
final class Pruner {
  private final StreamEdits edits;
  private final YamlSource source;

  Pruner(StreamEdits edits) {
    this.edits = edits;
    this.source = edits.stream.source();
  }

  void prune() {
    while (true) {
      NodeEdit next =
          edits.all().stream()
              .filter(this::becomesEmpty)
              .max(Comparator.comparingInt(edit -> edit.path.steps().size()))
              .orElse(null);
      if (next == null) {
        return;
      }
      prune(next);
    }
  }

  private boolean becomesEmpty(NodeEdit edit) {
    Children children = Children.of(edit.node);
    return children != null
        && !children.isEmpty()
        && children.all().size() == edit.deleted.size()
        && !edit.adds()
        && edit.restored == null
        && !edit.path.isRoot()
        && !(children.flow() && isTight(children));
  }

  /** Whether an opening bracket is followed by its first child without anything between. */
  private static boolean isTight(Children children) {
    return children.first().start() == children.node().extent().start() + 1;
  }

  private void prune(NodeEdit edit) {
    Children children = Children.of(edit.node);
    if (children == null) {
      return;
    }
    if (!children.flow()) {
      Marker marker = new BlockDeletion(edits).marker(edit, children);
      if (marker != null) {
        edit.restored = marker.gone();
        return;
      }
      if (edit.holder != null && holdsMoreThan(edit, edit.holder, children)) {
        edit.restored = "";
        return;
      }
    }
    YamlPath up = edit.path.parent();
    Place parent = new Place(edits.stream, edit.document, up);
    if (parent.look() instanceof Lookup.Present present) {
      Children siblings = Children.of(present.node());
      NodeEdit parentEdit = edits.at(parent, present.node(), present.entry());
      for (int i = 0; siblings != null && i < siblings.all().size(); i++) {
        if (siblings.all().get(i).value().equals(edit.node)) {
          parentEdit.deleted.put(i, List.of());
        }
      }
    }
    edits.drop(edit);
  }

  /** Whether a comment of somebody else stands in a collection that would go. */
  private boolean holdsMoreThan(NodeEdit edit, YamlEntry holder, Children children) {
    BitSet lines = new BlockDeletion(edits).add(edit, children);
    int first = source.lineIndex(holder.start());
    int last = BlockDeletion.lastLine(source, children.last());
    for (int line = first; line <= last; line++) {
      if (!lines.get(line) && TextLines.isComment(source, line)) {
        return true;
      }
    }
    return false;
  }
}
