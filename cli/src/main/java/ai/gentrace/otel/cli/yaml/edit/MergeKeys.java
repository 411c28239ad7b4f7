package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What mappings hold themselves, and what others lend them with {@code <<}. */
final class MergeKeys {
  private MergeKeys() {}

  /** Whether a mapping gets a key through its merge keys. */
  static boolean isMerged(YamlMapping mapping, String name) {
    Set<YamlNode> seen = new HashSet<>();
    List<YamlNode> lenders = new ArrayList<>(lenders(mapping));
    while (!lenders.isEmpty()) {
      YamlNode lender = lenders.remove(lenders.size() - 1).resolved();
      if (!seen.add(lender)) {
        continue;
      }
      if (lender instanceof YamlSequence list) {
        list.items().forEach(item -> lenders.add(item.node()));
      } else if (lender instanceof YamlMapping lent) {
        if (lent.get(name) != null) {
          return true;
        }
        lenders.addAll(lenders(lent));
      }
    }
    return false;
  }

  private static List<YamlNode> lenders(YamlMapping mapping) {
    return mapping.entries().stream().filter(YamlEntry::isMerge).map(YamlEntry::value).toList();
  }
}
