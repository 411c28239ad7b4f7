package ai.gentrace.otel.cli.yaml.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes new nodes as lines of block style, without line breaks. */
final class BlockText {
  private final BlockStyle style;

  BlockText(BlockStyle style) {
    this.style = style;
  }

  /**
   * The lines of an entry.
   *
   * @param level levels between the node whose style is followed and the entry's mapping
   */
  List<String> entry(NewEntry entry, int column, int level) {
    List<String> lines = new ArrayList<>();
    entry(entry, column, level, lines);
    return lines;
  }

  /** The lines of a list item. */
  List<String> item(NewItem item, int column, int gap, int level) {
    List<String> lines = new ArrayList<>();
    item(item, column, gap, level, lines);
    return lines;
  }

  private void entry(NewEntry entry, int column, int level, List<String> lines) {
    String indent = " ".repeat(column);
    entry.comments().forEach(comment -> lines.add(indent + comment));
    String key = indent + ScalarText.inBlock(NewScalar.string(entry.key())) + ":";
    NewNode value = entry.value();
    if (value instanceof NewMapping mapping && isBlock(mapping)) {
      lines.add(key + behind(entry.comment()));
      int childColumn = column + style.step(level);
      mapping.entries().forEach(child -> entry(child, childColumn, level + 1, lines));
    } else if (value instanceof NewSequence list && isBlock(list)) {
      lines.add(key + behind(entry.comment()));
      int dashColumn = column + style.dashOffset();
      list.items().forEach(item -> item(item, dashColumn, style.dashGap(), level + 1, lines));
    } else {
      String text = onOneLine(value);
      lines.add(key + (text.isEmpty() ? "" : " " + text) + behind(entry.comment()));
    }
  }

  private void item(NewItem item, int column, int gap, int level, List<String> lines) {
    String indent = " ".repeat(column);
    item.comments().forEach(comment -> lines.add(indent + comment));
    if (item.node() instanceof NewMapping mapping && isBlock(mapping)) {
      int childColumn = column + 1 + gap;
      int first = lines.size();
      mapping.entries().forEach(child -> entry(child, childColumn, level + 1, lines));
      // The first entry stands on the dash's line; comments above it come above the dash.
      int keyLine = first + mapping.entries().get(0).comments().size();
      String line = lines.get(keyLine);
      lines.set(keyLine, indent + "-" + line.substring(column + 1));
    } else {
      String text = onOneLine(item.node());
      lines.add(
          indent + "-" + (text.isEmpty() ? "" : " ".repeat(gap) + text) + behind(item.comment()));
    }
  }

  private static boolean isBlock(NewMapping mapping) {
    return !mapping.flow() && !mapping.entries().isEmpty();
  }

  private boolean isBlock(NewSequence list) {
    return !list.items().isEmpty() && (!list.flow() || style.prefersBlockLists());
  }

  private static String onOneLine(NewNode node) {
    return node instanceof NewScalar scalar
        ? ScalarText.inBlock(scalar)
        : FlowText.yaml().onOneLine(node);
  }

  private static String behind(@Nullable String comment) {
    return comment == null ? "" : " " + comment;
  }
}
