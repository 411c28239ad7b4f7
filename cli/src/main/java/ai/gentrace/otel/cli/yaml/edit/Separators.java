package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.Set;

/** Blank lines between the entries of a block mapping. */
final class Separators {
  private Separators() {}

  /**
   * Whether most of a mapping's neighbours are separated by a blank line.
   *
   * @param without indexes of entries that do not count
   */
  static boolean areUsual(YamlSource source, Children children, Set<Integer> without) {
    if (!(children.node() instanceof YamlMapping)) {
      return false;
    }
    int separated = 0;
    int gaps = 0;
    for (int i = 1; i < children.all().size(); i++) {
      if (without.contains(i) || without.contains(i - 1)) {
        continue;
      }
      gaps++;
      int end = BlockDeletion.lastLine(source, children.all().get(i - 1));
      int start = source.lineIndex(children.all().get(i).start());
      for (int line = end + 1; line < start; line++) {
        if (TextLines.isBlank(source, line)) {
          separated++;
          break;
        }
      }
    }
    return separated * 2 > gaps;
  }
}
