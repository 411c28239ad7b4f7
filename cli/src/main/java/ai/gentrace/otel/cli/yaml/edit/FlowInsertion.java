package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds entries and items to a collection in brackets. */
final class FlowInsertion {
  private final YamlSource source;

  FlowInsertion(YamlSource source) {
    this.source = source;
  }

  List<TextEdit> append(NodeEdit edit, Children children) {
    int open = children.node().extent().start();
    if (source.at(open) != '{' && source.at(open) != '[') {
      throw RefusedException.layout(source, edit, open, "has no brackets of its own.");
    }
    FlowText text = isJson(edit) ? FlowText.json() : FlowText.yaml();
    if (children.isEmpty()) {
      return List.of(
          TextEdit.insertion(open + 1, String.join(", ", onOneLine(edit, text)), 0, edit.path));
    }
    int end = children.last().end();
    int next = TextLines.nextToken(source, end);
    boolean trailingComma = source.at(next) == ',';
    int close = children.node().extent().end() - 1;
    boolean onLines =
        TextLines.isFirstOnLine(source, close) && source.lineIndex(end) < source.lineIndex(close);
    int behind = trailingComma ? next + 1 : end;
    return onLines && TextLines.isLastOnLine(source, behind)
        ? onLines(edit, text, children, behind, trailingComma)
        : onTheLine(edit, text, children.last(), behind, trailingComma);
  }

  private List<TextEdit> onTheLine(
      NodeEdit edit, FlowText text, Children.Child last, int behind, boolean trailingComma) {
    StringBuilder all = new StringBuilder();
    for (String one : onOneLine(edit, text)) {
      if (trailingComma) {
        all.append(' ').append(one).append(',');
      } else {
        all.append(all.isEmpty() && isOpenEnded(last) ? " , " : ", ").append(one);
      }
    }
    return List.of(TextEdit.insertion(behind, all.toString(), 0, edit.path));
  }

  private List<TextEdit> onLines(
      NodeEdit edit, FlowText text, Children children, int behind, boolean trailingComma) {
    List<TextEdit> edits = new ArrayList<>();
    Children.Child last = children.last();
    if (!trailingComma) {
      String comma = isOpenEnded(last) ? " ," : ",";
      edits.add(TextEdit.insertion(last.end(), comma, 0, edit.path));
    }
    int line = source.lineIndex(behind);
    int column = source.column(TextLines.firstVisible(source, source.lineIndex(last.start())));
    int close = source.column(children.node().extent().end() - 1);
    int step = column > close ? column - close : 2;
    String lineBreak = new LineBreaks(source).near(line);
    List<String> all = new ArrayList<>();
    edit.entries.forEach(entry -> all.add(text.onLines(entry, column, step, lineBreak)));
    edit.items.forEach(item -> all.add(text.onLines(item.node(), column, step, lineBreak)));
    String indent = lineBreak + " ".repeat(column);
    String lines = indent + String.join("," + indent, all) + (trailingComma ? "," : "");
    edits.add(TextEdit.insertion(source.lineContentEnd(line), lines, 0, edit.path));
    return edits;
  }

  private static List<String> onOneLine(NodeEdit edit, FlowText text) {
    List<String> all = new ArrayList<>();
    edit.entries.forEach(entry -> all.add(text.onOneLine(entry)));
    edit.items.forEach(item -> all.add(text.onOneLine(item.node())));
    return all;
  }

  /** Whether a comma directly behind a child would become part of it, as in {@code {a: }}. */
  private static boolean isOpenEnded(Children.Child child) {
    return child.value() instanceof YamlScalar scalar
        && scalar.isImplicit()
        && !scalar.properties().present();
  }

  /** Whether the brackets around the place are JSON: every key there is in double quotes. */
  private static boolean isJson(NodeEdit edit) {
    YamlNode outermost = edit.node;
    for (YamlNode node : edit.upwards()) {
      if (Children.isFlow(node)) {
        outermost = node;
      }
    }
    boolean isDocument = edit.ancestors.isEmpty() || edit.ancestors.get(0).equals(outermost);
    List<YamlEntry> entries = firstEntries(outermost);
    return entries.isEmpty()
        ? isDocument
        : entries.stream()
            .allMatch(
                entry ->
                    entry.key() instanceof YamlScalar key
                        && key.style() == YamlScalar.Style.DOUBLE_QUOTED);
  }

  private static List<YamlEntry> firstEntries(@Nullable YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return mapping.entries();
    }
    return node instanceof YamlSequence list
        ? list.items().stream().flatMap(item -> firstEntries(item.node()).stream()).toList()
        : List.of();
  }
}
