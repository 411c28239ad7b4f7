package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that happens to one node of the tree; filled while the changes are planned. */
final class NodeEdit {
  /** Index of the document. */
  final int document;

  final YamlPath path;

  /** The node; null where the document has no content. */
  final @Nullable YamlNode node;

  /** The entry that holds the node, where one does. */
  final @Nullable YamlEntry holder;

  /** From the root to the node's parent. */
  final List<YamlNode> ancestors;

  /** To be added behind the entries that are there. */
  final List<NewEntry> entries = new ArrayList<>();

  /** To be added behind the items that are there. */
  final List<NewItem> items = new ArrayList<>();

  /** Entries or items that go, by index, with the comments that may go with them. */
  final SortedMap<Integer, List<List<String>>> deleted = new TreeMap<>();

  /** New keys, by index of their entry. */
  final Map<Integer, String> names = new TreeMap<>();

  /** Written in place of the scalar. */
  @Nullable NewScalar scalar;

  /** For each position the index of the item that comes there. */
  @Nullable List<Integer> order;

  /** What a marker says to write in place of the collection once its last child is gone. */
  @Nullable String restored;

  /** The streams of block scalars hold their own edits; this is the new text of one. */
  @Nullable StreamEdits nested;

  NodeEdit(
      int document,
      YamlPath path,
      @Nullable YamlNode node,
      @Nullable YamlEntry holder,
      List<YamlNode> ancestors) {
    this.document = document;
    this.path = path;
    this.node = node;
    this.holder = holder;
    this.ancestors = List.copyOf(ancestors);
  }

  boolean adds() {
    return !entries.isEmpty() || !items.isEmpty();
  }

  /** The nodes from this one up to the root. */
  List<YamlNode> upwards() {
    List<YamlNode> nodes = new ArrayList<>();
    if (node != null) {
      nodes.add(node);
    }
    nodes.addAll(ancestorsUpwards());
    return nodes;
  }

  /** The nodes from the parent up to the root. */
  List<YamlNode> ancestorsUpwards() {
    List<YamlNode> nodes = new ArrayList<>(ancestors);
    Collections.reverse(nodes);
    return nodes;
  }
}
