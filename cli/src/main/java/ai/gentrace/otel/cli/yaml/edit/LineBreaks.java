package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlSource;

/** The line breaks of a text: LF or CRLF, line by line as it has them. */
final class LineBreaks {
  private final YamlSource source;

  LineBreaks(YamlSource source) {
    this.source = source;
  }

  /** The break to write next to a line: its own, else that of the nearest line above, else LF. */
  String near(int line) {
    for (int i = Math.min(line, source.lineCount() - 1); i >= 0; i--) {
      String found = source.lineBreak(i);
      if (found.equals("\n") || found.equals("\r\n")) {
        return found;
      }
    }
    return "\n";
  }
}
