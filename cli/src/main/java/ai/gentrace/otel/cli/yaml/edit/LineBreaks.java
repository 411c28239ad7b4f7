package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlSource;

/** The line breaks of a text: LF or CRLF, line by line as it has them. */
final class LineBreaks {
  private final YamlSource source;

  LineBreaks(YamlSource source) {
    this.source = source;
  }

  /**
   * The break to write next to a line: its own, else that of the nearest line above, else of the
   * nearest below (above the first line stands none), else LF.
   */
  String near(int line) {
    for (int i = Math.min(line, source.lineCount() - 1); i >= 0; i--) {
      if (isWritten(source.lineBreak(i))) {
        return source.lineBreak(i);
      }
    }
    for (int i = Math.max(line + 1, 0); i < source.lineCount(); i++) {
      if (isWritten(source.lineBreak(i))) {
        return source.lineBreak(i);
      }
    }
    return "\n";
  }

  private static boolean isWritten(String lineBreak) {
    return lineBreak.equals("\n") || lineBreak.equals("\r\n");
  }
}
