package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlAlias;
import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the tree of a result with the tree before and what was wished for each node. */
final class TreeProof {
  private final StreamEdits edits;
  private final YamlStream output;

  /** For anchored nodes before the edit the ones after it. */
  private final Map<YamlNode, YamlNode> images = new HashMap<>();

  private final IdentityHashMap<StreamEdits, YamlStream> nested = new IdentityHashMap<>();
  private int document;

  TreeProof(StreamEdits edits, YamlStream output) {
    this.edits = edits;
    this.output = output;
  }

  /** The new texts of block scalars that were edited; still to be proven. */
  IdentityHashMap<StreamEdits, YamlStream> nested() {
    return nested;
  }

  void prove() {
    List<YamlDocument> before = edits.stream.documents();
    List<YamlDocument> after = output.documents();
    NodeEdit content = edits.ofContent();
    if (content != null) {
      require(after.size() == 1 && before.isEmpty(), "the number of documents would change");
      YamlNode root = after.get(0).root();
      require(root != null && isMappingOf(root, content.entries), "the new entries would be wrong");
      return;
    }
    if (before.size() == 1 && after.isEmpty()) {
      require(isAllDeleted(before.get(0).root()), "the content would be lost");
      return;
    }
    require(before.size() == after.size(), "the number of documents would change");
    for (document = 0; document < before.size(); document++) {
      YamlDocument old = before.get(document);
      YamlDocument now = after.get(document);
      require(
          old.explicitStart() == now.explicitStart() && old.explicitEnd() == now.explicitEnd(),
          "document markers would change");
      YamlNode oldRoot = old.root();
      YamlNode root = now.root();
      if (oldRoot != null && root != null) {
        same(oldRoot, root);
      } else {
        require(root == null, "an empty document would get content");
        require(oldRoot == null || isAllDeleted(oldRoot), "the content would be lost");
      }
    }
  }

  private boolean isAllDeleted(@Nullable YamlNode root) {
    NodeEdit edit = root == null ? null : edits.of(root);
    Children children = Children.of(root);
    return edit != null && children != null && children.all().size() == edit.deleted.size();
  }

  private void same(YamlNode old, YamlNode now) {
    if (old.properties().anchor() != null) {
      images.put(old, now);
    }
    NodeEdit edit = edits.of(old);
    require(
        Objects.equals(old.properties().anchor(), now.properties().anchor())
            && Objects.equals(old.properties().tag(), now.properties().tag()),
        "an anchor or tag would change");
    if (edit == null) {
      sameKind(old, now);
    } else if (edit.nested != null) {
      sameText(edit.nested, old, now);
    } else if (edit.scalar != null) {
      require(edit.scalar.sameAs(now), "a replaced value would be wrong");
    } else if (edit.restored != null) {
      restored(edit.restored, now);
    } else if (old instanceof YamlScalar && edit.adds()) {
      require(isFilled(edit, now), "the new entries would be wrong");
    } else if (old instanceof YamlMapping mapping) {
      mapping(mapping, now, edit);
    } else if (old instanceof YamlSequence list) {
      list(list, now, edit);
    } else {
      sameKind(old, now);
    }
  }

  private void sameKind(YamlNode old, YamlNode now) {
    if (old instanceof YamlScalar before && now instanceof YamlScalar after) {
      // Which one is not said: it may be a secret.
      require(
          before.style() == after.style() && before.value().equals(after.value()),
          "a value would change");
    } else if (old instanceof YamlAlias before && now instanceof YamlAlias after) {
      require(
          before.name().equals(after.name()) && after.target().equals(images.get(before.target())),
          "the alias *" + before.name() + " would change");
    } else if (old instanceof YamlMapping before && now instanceof YamlMapping after) {
      require(
          before.flow() == after.flow() && before.entries().size() == after.entries().size(),
          "a mapping would change");
      for (int i = 0; i < before.entries().size(); i++) {
        YamlEntry oldEntry = before.entries().get(i);
        YamlEntry entry = after.entries().get(i);
        same(oldEntry.key(), entry.key());
        same(oldEntry.value(), entry.value());
      }
    } else if (old instanceof YamlSequence before && now instanceof YamlSequence after) {
      require(
          before.flow() == after.flow() && before.items().size() == after.items().size(),
          "a list would change");
      for (int i = 0; i < before.items().size(); i++) {
        same(before.items().get(i).node(), after.items().get(i).node());
      }
    } else {
      throw failed("a value would change its kind");
    }
  }

  private void sameText(StreamEdits inner, YamlNode old, YamlNode now) {
    require(
        old instanceof YamlScalar before
            && now instanceof YamlScalar after
            && before.style() == after.style()
            && after.value().equals(inner.outputText()),
        "the block of text would be wrong");
    nested.put(inner, output.nested(document, (YamlScalar) now));
  }

  private void restored(String text, YamlNode now) {
    boolean right =
        switch (text.replaceAll("[ \\t]", "")) {
          case "{}" -> now instanceof YamlMapping mapping && mapping.entries().isEmpty();
          case "[]" -> now instanceof YamlSequence list && list.items().isEmpty();
          default -> now instanceof YamlScalar scalar && scalar.isNull();
        };
    require(right, "what was there before would not come back");
  }

  private static boolean isFilled(NodeEdit edit, YamlNode now) {
    return edit.items.isEmpty()
        ? isMappingOf(now, edit.entries)
        : new NewSequence(edit.items, false, false).sameAs(now);
  }

  private static boolean isMappingOf(YamlNode node, List<NewEntry> entries) {
    return node instanceof YamlMapping mapping
        && mapping.entries().stream()
            .map(YamlEntry::name)
            .toList()
            .equals(entries.stream().map(NewEntry::key).toList())
        && NewMapping.of(entries).sameAs(node);
  }

  private void mapping(YamlMapping before, YamlNode now, NodeEdit edit) {
    require(now instanceof YamlMapping, "a mapping would change its kind");
    YamlMapping after = (YamlMapping) now;
    require(before.flow() == after.flow() || before.entries().isEmpty(), "a mapping would change");
    List<YamlEntry> all = after.entries();
    int wanted = before.entries().size() - edit.deleted.size();
    int more = edit.entries.size();
    require(all.size() == wanted + more, "entries would be lost");
    boolean front = wanted > 0 && more > 0 && all.get(0).name().equals(edit.entries.get(0).key());
    List<YamlEntry> kept = front ? all.subList(more, all.size()) : all.subList(0, wanted);
    List<YamlEntry> added = front ? all.subList(0, more) : all.subList(wanted, all.size());
    int next = 0;
    for (int i = 0; i < before.entries().size(); i++) {
      if (edit.deleted.containsKey(i)) {
        continue;
      }
      YamlEntry old = before.entries().get(i);
      YamlEntry image = kept.get(next++);
      String name = edit.names.get(i);
      if (name == null) {
        same(old.key(), image.key());
      } else {
        require(image.name().equals(name), "a key would not get its new name");
      }
      same(old.value(), image.value());
    }
    for (int i = 0; i < added.size(); i++) {
      NewEntry wish = edit.entries.get(i);
      require(
          added.get(i).name().equals(wish.key()) && wish.value().sameAs(added.get(i).value()),
          "the new entry " + wish.key() + " would be wrong");
    }
  }

  private void list(YamlSequence before, YamlNode now, NodeEdit edit) {
    require(now instanceof YamlSequence, "a list would change its kind");
    YamlSequence after = (YamlSequence) now;
    require(before.flow() == after.flow() || before.items().isEmpty(), "a list would change");
    List<YamlNode> expected = new ArrayList<>();
    for (int i = 0; i < before.items().size(); i++) {
      int index = edit.order == null ? i : edit.order.get(i);
      if (!edit.deleted.containsKey(index)) {
        expected.add(before.items().get(index).node());
      }
    }
    require(
        after.items().size() == expected.size() + edit.items.size(), "list items would be lost");
    for (int i = 0; i < expected.size(); i++) {
      same(expected.get(i), after.items().get(i).node());
    }
    for (int i = 0; i < edit.items.size(); i++) {
      require(
          edit.items.get(i).node().sameAs(after.items().get(expected.size() + i).node()),
          "a new list item would be wrong");
    }
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw failed(otherwise);
    }
  }

  private RefusedException failed(String what) {
    return Verifier.unproven(edits, YamlPath.ROOT, what + ".");
  }
}
