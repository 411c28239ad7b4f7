package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;

/** Moves the edits of a block scalar's text to the text around it, with its indentation. */
final class NestedEdits {
  private final YamlSource inner;
  private final YamlSource outer;
  private final YamlStream.Host host;
  private final String indent;

  NestedEdits(YamlSource inner, YamlStream.Host host) {
    this.inner = inner;
    this.outer = host.stream().source();
    this.host = host;
    this.indent = " ".repeat(Math.max(0, host.indent()));
  }

  List<TextEdit> moved(List<TextEdit> edits) {
    return edits.stream().map(this::moved).toList();
  }

  private TextEdit moved(TextEdit edit) {
    int start = edit.extent().start();
    int end = edit.extent().end();
    boolean wholeLines =
        inner.column(start) == 0
            && inner.column(end) == 0
            && (edit.text().isEmpty() || edit.text().endsWith("\n"));
    Extent extent =
        wholeLines
            ? new Extent(lineStart(start), lineStart(end))
            : new Extent(offset(start), offset(end));
    // A nested text has only line feeds: the parser makes them of the file's line breaks.
    String lineBreak = new LineBreaks(outer).near(outer.lineIndex(extent.start()));
    StringBuilder text = new StringBuilder();
    String[] lines = edit.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean beginsLine = i > 0 || wholeLines;
      text.append(i > 0 ? lineBreak : "");
      text.append(beginsLine && !lines[i].isEmpty() ? indent : "").append(lines[i]);
    }
    int column = host.indent() + edit.column();
    return new TextEdit(extent, text.toString(), column, edit.path());
  }

  private int lineStart(int innerOffset) {
    int line = host.firstLine() + inner.lineIndex(innerOffset);
    return line < outer.lineCount() ? outer.lineStart(line) : outer.length();
  }

  private int offset(int innerOffset) {
    int line = host.firstLine() + inner.lineIndex(innerOffset);
    if (line >= outer.lineCount()) {
      return outer.length();
    }
    int start = outer.lineStart(line);
    int end = outer.lineContentEnd(line);
    return Math.min(end, start + indent.length() + inner.column(innerOffset));
  }
}
