package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.MappedList;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a mapping or the items of a list, where it makes no difference which.
 *
 * @param flow whether the collection stands in brackets
 */
record Children(YamlNode node, boolean flow, List<Child> all) {
  /**
   * An entry or item.
   *
   * @param start where it begins: key, question mark, dash or node
   * @param key null for an item
   */
  record Child(int start, @Nullable YamlNode key, YamlNode value) {
    /** Where its last node ends; of a key without a value, behind the key or colon. */
    int end() {
      int end = value.extent().end();
      if (value.properties().present()) {
        end = Math.max(end, value.start());
      }
      return key == null ? end : Math.max(end, key.extent().end());
    }
  }

  /** The children of a collection; null for other nodes. */
  static @Nullable Children of(@Nullable YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return new Children(
          node, mapping.flow(), new MappedList<>(mapping.entries(), Children::child));
    }
    if (node instanceof YamlSequence list) {
      return new Children(
          node,
          list.flow(),
          new MappedList<>(list.items(), item -> new Child(item.start(), null, item.node())));
    }
    return null;
  }

  /** Whether a node is a collection in brackets. */
  static boolean isFlow(YamlNode node) {
    return (node instanceof YamlMapping mapping && mapping.flow())
        || (node instanceof YamlSequence list && list.flow());
  }

  /** Whether a node is a collection without brackets. */
  static boolean isBlock(YamlNode node) {
    return (node instanceof YamlMapping || node instanceof YamlSequence) && !isFlow(node);
  }

  /** Index of the entry or item that a step names, or -1; merge keys have no name. */
  static int indexOf(YamlNode node, YamlPath.Step step) {
    if (step instanceof YamlPath.Index item) {
      return node instanceof YamlSequence list && item.index() < list.items().size()
          ? item.index()
          : -1;
    }
    return node instanceof YamlMapping mapping ? mapping.indexOf(((YamlPath.Key) step).name()) : -1;
  }

  /** The value of an entry, or an item. */
  static YamlNode value(YamlNode node, int index) {
    return node instanceof YamlMapping mapping
        ? mapping.entries().get(index).value()
        : ((YamlSequence) node).items().get(index).node();
  }

  private static Child child(YamlEntry entry) {
    return new Child(entry.start(), entry.key(), entry.value());
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  Child first() {
    return all.get(0);
  }

  Child last() {
    return all.get(all.size() - 1);
  }
}
