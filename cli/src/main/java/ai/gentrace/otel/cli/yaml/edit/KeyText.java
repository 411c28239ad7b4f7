package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSource;

/** What stands between a key and its value. */
final class KeyText {
  private KeyText() {}

  /** The offset behind the colon; the key's end where there is none. */
  static int colonEnd(YamlSource source, YamlEntry entry) {
    int keyEnd = entry.key().extent().end();
    int at = TextLines.nextToken(source, keyEnd);
    return source.at(at) == ':' ? at + 1 : keyEnd;
  }

  /** The offset behind the colon and the value's anchor and tag. */
  static int valueGap(YamlSource source, YamlEntry entry) {
    YamlNode.Properties properties = entry.value().properties();
    int end = colonEnd(source, entry);
    int tokens = (properties.anchor() == null ? 0 : 1) + (properties.tag() == null ? 0 : 1);
    for (int i = 0; i < tokens; i++) {
      end = TextLines.nextToken(source, end);
      while (source.at(end) > ' ' && !YamlSource.isBreak(source.at(end))) {
        end++;
      }
    }
    return end;
  }
}
