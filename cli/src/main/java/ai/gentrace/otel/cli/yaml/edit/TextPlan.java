package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what happens to the nodes of a text into edits of the text. */
final class TextPlan {
  private final StreamEdits edits;
  private final YamlSource source;
  private final List<TextEdit> result = new ArrayList<>();
  private final BlockDeletion deletion;

  private TextPlan(StreamEdits edits) {
    this.edits = edits;
    this.source = edits.stream.source();
    this.deletion = new BlockDeletion(edits);
  }

  /** The edits, in no order but that of additions to one collection. */
  static List<TextEdit> of(StreamEdits edits) {
    return new TextPlan(edits).plan();
  }

  private List<TextEdit> plan() {
    List<NodeEdit> innerFirst = new ArrayList<>(edits.all());
    innerFirst.sort(Comparator.comparingInt((NodeEdit edit) -> edit.ancestors.size()).reversed());
    for (NodeEdit edit : innerFirst) {
      Children children = Children.of(edit.node);
      if (edit.adds()) {
        add(edit, children);
      }
      if (children != null && !edit.deleted.isEmpty()) {
        delete(edit, children);
      }
      if (edit.scalar != null && edit.node != null) {
        replace(edit.node, edit.scalar, isInFlow(edit), edit.path);
      }
      if (edit.node instanceof YamlMapping mapping) {
        edit.names.forEach((index, name) -> rename(edit, mapping, index, name));
      }
      if (edit.order != null && edit.node instanceof YamlSequence list) {
        reorder(edit, list, edit.order);
      }
    }
    for (Extent extent : deletion.extents()) {
      result.add(TextEdit.deletion(extent, YamlPath.ROOT));
    }
    return result;
  }

  private void add(NodeEdit edit, @Nullable Children children) {
    YamlNode node = edit.node;
    if (node == null) {
      result.addAll(new BlockInsertion(edits).intoNothing(edit));
    } else if (children == null || (children.isEmpty() && givesWay(edit, children))) {
      YamlEntry holder = edit.holder;
      if (holder == null || isInFlow(edit)) {
        throw RefusedException.layout(
            source, edit, node.start(), "is null inside of brackets, where no comment can say so.");
      }
      result.addAll(new BlockInsertion(edits).fill(edit, node, holder));
    } else if (!edit.deleted.isEmpty() && children.flow()) {
      throw RefusedException.layout(
          source,
          edit,
          node.start(),
          "is written in brackets, where entries are added or taken out, but not both.",
          "");
    } else if (children.flow()) {
      result.addAll(new FlowInsertion(source).append(edit, children));
    } else {
      result.addAll(new BlockInsertion(edits).append(edit, children));
    }
  }

  /** Whether an empty collection in brackets is replaced by lines instead of being filled. */
  private boolean givesWay(NodeEdit edit, Children children) {
    Extent extent = children.node().extent();
    YamlEntry holder = edit.holder;
    return holder != null
        && !isInFlow(edit)
        && source.lineIndex(extent.start()) == source.lineIndex(extent.end() - 1)
        && source.lineIndex(extent.start()) == source.lineIndex(KeyText.valueGap(source, holder));
  }

  /** Whether a node stands inside of brackets. */
  private static boolean isInFlow(NodeEdit edit) {
    return edit.ancestors.stream().anyMatch(Children::isFlow);
  }

  private void delete(NodeEdit edit, Children children) {
    if (children.flow()) {
      result.addAll(new FlowDeletion(source).delete(edit, children));
      return;
    }
    for (int index : edit.deleted.keySet()) {
      Children.Child child = children.all().get(index);
      if (!TextLines.isFirstOnLine(source, child.start())) {
        throw RefusedException.layout(
            source, edit, child.value().start(), "shares its first line with something else.");
      }
    }
    deletion.add(edit, children);
    if (edit.restored != null && edit.holder != null) {
      int gap = KeyText.valueGap(source, edit.holder);
      result.add(TextEdit.insertion(gap, edit.restored, 0, edit.path));
    }
  }

  private void replace(YamlNode node, NewScalar scalar, boolean flow, YamlPath path) {
    NewScalar styled = scalar;
    if (node instanceof YamlScalar old && scalar.style() != NewScalar.Style.PLAIN) {
      styled = new NewScalar(scalar.text(), NewScalar.of(old).style());
      if (styled.style() == NewScalar.Style.PLAIN) {
        styled = NewScalar.string(scalar.text());
      }
    }
    String text = flow ? ScalarText.inFlow(styled) : ScalarText.inBlock(styled);
    result.add(new TextEdit(node.extent(), text, 0, path));
  }

  private void rename(NodeEdit edit, YamlMapping mapping, int index, String name) {
    YamlNode key = mapping.entries().get(index).key();
    boolean flow = mapping.flow() || isInFlow(edit);
    NewScalar scalar =
        key instanceof YamlScalar old && old.style() != YamlScalar.Style.PLAIN
            ? new NewScalar(name, NewScalar.of(old).style())
            : NewScalar.string(name);
    String text = flow ? ScalarText.inFlow(scalar) : ScalarText.inBlock(scalar);
    result.add(new TextEdit(key.extent(), text, 0, edit.path.key(name)));
  }

  private void reorder(NodeEdit edit, YamlSequence list, List<Integer> order) {
    List<Extent> places = list.items().stream().map(item -> place(list, item)).toList();
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i) != i) {
        String text = source.text(places.get(order.get(i)));
        result.add(new TextEdit(places.get(i), text, 0, edit.path));
      }
    }
  }

  /** An item without its dash; in block style with the comment behind it. */
  private Extent place(YamlSequence list, YamlSequence.Item item) {
    int end = item.node().extent().end();
    boolean whole = !list.flow() && TextLines.isLastOnLine(source, end);
    return new Extent(
        item.node().start(), whole ? source.lineContentEnd(source.lineIndex(end)) : end);
  }
}
