package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlPath;

/**
 * A piece of text in place of another.
 *
 * @param extent what goes, in the source's code points; empty for an insertion
 * @param text what comes; empty for a deletion
 * @param column where several insertions meet, the one with the larger column comes first: it
 *     belongs to the inner collection
 * @param path what the edit is about
 */
public record TextEdit(Extent extent, String text, int column, YamlPath path) {
  static TextEdit insertion(int offset, String text, int column, YamlPath path) {
    return new TextEdit(new Extent(offset, offset), text, column, path);
  }

  static TextEdit deletion(Extent extent, YamlPath path) {
    return new TextEdit(extent, "", 0, path);
  }
}
