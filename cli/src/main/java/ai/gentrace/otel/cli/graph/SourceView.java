package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file that hold a config, without secrets.
 *
 * @param file as the user named it
 * @param first the number of the first line, from 1
 */
public record SourceView(String file, int first, List<String> lines) {
  public SourceView {
    lines = List.copyOf(lines);
  }

  /** A plain file whole; of another only what is the config. */
  public static SourceView of(LocatedConfig config) {
    YamlSource file = config.file().source();
    YamlSource shown = YamlSource.ofText(file.name(), RedactedText.of(file).text());
    YamlNode node = config.node();
    int first = 0;
    int last = shown.lineCount() - 1;
    if (config.kind() != FileKind.PLAIN && node != null) {
      first = file.lineIndex(node.extent().start());
      last = file.lineIndex(node.extent().end());
    }
    List<String> lines = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      lines.add(shown.text(new Extent(shown.lineStart(line), shown.lineContentEnd(line))));
    }
    return new SourceView(file.name(), first + 1, lines);
  }

  /** The number of the last line. */
  int last() {
    return first + lines.size() - 1;
  }
}
