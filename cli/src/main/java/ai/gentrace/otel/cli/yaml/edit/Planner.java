package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns wishes into what happens to which node. Used once. */
final class Planner {
  /** Streams count by identity: each parse makes its own. */
  private final IdentityHashMap<YamlStream, StreamEdits> streams = new IdentityHashMap<>();

  /** The texts that change. */
  Collection<StreamEdits> plan(List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.InsertEntry insert) {
        insert(insert);
      } else if (change instanceof Change.AppendItem append) {
        append(append);
      } else if (change instanceof Change.Delete delete) {
        delete(delete);
      } else if (change instanceof Change.ReplaceScalar replace) {
        replace(replace);
      } else if (change instanceof Change.RenameKey rename) {
        rename(rename);
      } else if (change instanceof Change.Reorder reorder) {
        reorder(reorder);
      }
    }
    streams.values().forEach(edits -> new Pruner(edits).prune());
    return streams.values();
  }

  private StreamEdits edits(Place place) {
    return streams.computeIfAbsent(place.stream(), StreamEdits::new);
  }

  private void insert(Change.InsertEntry change) {
    Place place = change.place();
    NewEntry entry = change.entry();
    Lookup lookup = place.look();
    if (lookup instanceof Lookup.Refused refused) {
      throw new RefusedException(refused.refusal());
    } else if (lookup instanceof Lookup.Missing missing) {
      create(place, missing, new NewMapping(List.of(entry), false, true));
    } else if (lookup instanceof Lookup.Empty empty) {
      addEntry(place, fillable(place, empty), entry);
    } else if (lookup instanceof Lookup.Present present) {
      if (!(present.node() instanceof YamlMapping mapping)) {
        throw refused(
            place,
            Refusal.Kind.WRONG_KIND,
            present.node(),
            "is no mapping, and one is needed here.",
            "Write a mapping there, or put the new entries into a file of their own.");
      }
      NodeEdit edit = edits(place).at(place, mapping, present.entry());
      int index = indexOf(mapping, entry.key());
      if (index >= 0 && !edit.deleted.containsKey(index)) {
        YamlNode there = mapping.entries().get(index).value();
        if (!entry.value().sameAs(there.resolved())) {
          throw conflict(place.key(entry.key()), mapping.entries().get(index).start());
        }
        return;
      }
      if (PathWalk.isMerged(mapping, entry.key())) {
        throw refused(
            place.key(entry.key()),
            Refusal.Kind.MERGED,
            mapping,
            "comes in through a merge key (<<): a key of its own would replace it.",
            "Write the value out in place of the alias.");
      }
      addEntry(place, edit, entry);
    }
  }

  private void append(Change.AppendItem change) {
    Place place = change.place();
    Lookup lookup = place.look();
    if (lookup instanceof Lookup.Refused refused) {
      throw new RefusedException(refused.refusal());
    } else if (lookup instanceof Lookup.Missing missing) {
      create(place, missing, new NewSequence(List.of(change.item()), false, true));
    } else if (lookup instanceof Lookup.Empty empty) {
      fillable(place, empty).items.add(change.item());
    } else if (lookup instanceof Lookup.Present present) {
      if (!(present.node() instanceof YamlSequence list)) {
        throw refused(
            place,
            Refusal.Kind.WRONG_KIND,
            present.node(),
            "is no list, and one is needed here.",
            "Write a list there.");
      }
      if (list.items().stream()
          .noneMatch(item -> change.item().node().sameAs(item.node().resolved()))) {
        edits(place).at(place, list, present.entry()).items.add(change.item());
      }
    }
  }

  private NodeEdit fillable(Place place, Lookup.Empty empty) {
    if (empty.entry() == null) {
      throw refused(
          place,
          Refusal.Kind.LAYOUT,
          empty.node(),
          "is an empty list item.",
          "Write its first entry by hand.");
    }
    return edits(place).at(place, empty.node(), empty.entry());
  }

  /** Adds what is missing on the way to a place, with a collection at its end. */
  private void create(Place place, Lookup.Missing missing, NewNode collection) {
    NewNode value = collection;
    List<YamlPath.Step> rest = missing.rest().steps();
    for (int i = rest.size() - 1; i > 0; i--) {
      value = new NewMapping(List.of(NewEntry.of(name(place, rest.get(i)), value)), false, true);
    }
    Place found = new Place(place.stream(), place.document(), missing.found());
    YamlNode deepest = missing.deepest();
    NodeEdit edit =
        deepest == null
            ? edits(place).atContent()
            : edits(found).at(found, deepest, missing.entry());
    if (rest.isEmpty()) {
      if (!(value instanceof NewMapping mapping)) {
        throw new IllegalArgumentException("The root of a configuration is a mapping.");
      }
      mapping.entries().forEach(entry -> addEntry(found, edit, entry));
    } else {
      addEntry(found, edit, NewEntry.of(name(place, rest.get(0)), value));
    }
  }

  private String name(Place place, YamlPath.Step step) {
    if (step instanceof YamlPath.Key key) {
      return key.name();
    }
    throw new RefusedException(
        new Refusal(
            Refusal.Kind.MISSING,
            place.stream().source().position(0),
            place.path(),
            "The list has no such item.",
            "Name an item that is there."));
  }

  private static void addEntry(Place place, NodeEdit edit, NewEntry entry) {
    for (int i = 0; i < edit.entries.size(); i++) {
      NewEntry other = edit.entries.get(i);
      if (other.key().equals(entry.key())) {
        if (!other.equals(entry)) {
          edit.entries.set(i, joined(place, other, entry));
        }
        return;
      }
    }
    edit.entries.add(entry);
  }

  /** Two wishes for one key, which is well if both only make the way to something. */
  private static NewEntry joined(Place place, NewEntry first, NewEntry second) {
    if (first.value() instanceof NewMapping into
        && second.value() instanceof NewMapping from
        && into.spaced()
        && from.spaced()) {
      List<NewEntry> all = new ArrayList<>(into.entries());
      for (NewEntry entry : from.entries()) {
        int same =
            IntStream.range(0, all.size())
                .filter(i -> all.get(i).key().equals(entry.key()))
                .findFirst()
                .orElse(-1);
        if (same < 0) {
          all.add(entry);
        } else if (!all.get(same).equals(entry)) {
          all.set(same, joined(place.key(first.key()), all.get(same), entry));
        }
      }
      return first.withValue(new NewMapping(all, into.flow(), true));
    }
    if (first.value() instanceof NewSequence into
        && second.value() instanceof NewSequence from
        && into.spaced()
        && from.spaced()) {
      List<NewItem> all = new ArrayList<>(into.items());
      from.items().stream().filter(item -> !all.contains(item)).forEach(all::add);
      return first.withValue(new NewSequence(all, into.flow(), true));
    }
    throw new IllegalArgumentException(
        "Two different values for " + place.key(first.key()).path() + " in one edit.");
  }

  private void delete(Change.Delete change) {
    Place parent = parent(change.place());
    if (!(parent.look() instanceof Lookup.Present present)) {
      if (parent.look() instanceof Lookup.Refused refused) {
        throw new RefusedException(refused.refusal());
      }
      return;
    }
    int index = index(present.node(), change.place().path().last());
    if (index < 0) {
      return;
    }
    YamlNode node = child(present.node(), index);
    YamlDocument document = parent.stream().documents().get(parent.document());
    if (lendsElsewhere(document, node)) {
      throw refused(
          change.place(),
          Refusal.Kind.SHARED,
          node,
          "holds an anchor that is used elsewhere.",
          "Take the alias of it away first.");
    }
    edits(parent).at(parent, present.node(), present.entry()).deleted.put(index, change.comments());
  }

  private static boolean lendsElsewhere(YamlDocument document, YamlNode top) {
    if (document.aliased().isEmpty()) {
      return false;
    }
    Deque<YamlNode> left = new ArrayDeque<>(List.of(top));
    while (!left.isEmpty()) {
      YamlNode node = left.pop();
      if (document.aliased().contains(node)) {
        return true;
      }
      if (node instanceof YamlMapping mapping) {
        mapping.entries().forEach(entry -> left.push(entry.value()));
        mapping.entries().forEach(entry -> left.push(entry.key()));
      } else if (node instanceof YamlSequence list) {
        list.items().forEach(item -> left.push(item.node()));
      }
    }
    return false;
  }

  private void replace(Change.ReplaceScalar change) {
    Place place = change.place();
    Lookup lookup = place.look();
    if (lookup instanceof Lookup.Refused refused) {
      throw new RefusedException(refused.refusal());
    }
    if (!(lookup instanceof Lookup.Present present)
        || !(present.node() instanceof YamlScalar scalar)
        || scalar.style() == YamlScalar.Style.LITERAL
        || scalar.style() == YamlScalar.Style.FOLDED
        || scalar.properties().present()) {
      throw refused(
          place,
          Refusal.Kind.WRONG_KIND,
          lookup instanceof Lookup.Present there ? there.node() : null,
          "is no scalar on one line that could be replaced.",
          "Change it by hand.");
    }
    if (!change.scalar().sameAs(scalar)) {
      edits(place).at(place, scalar, present.entry()).scalar = change.scalar();
    }
  }

  private void rename(Change.RenameKey change) {
    Place parent = parent(change.place());
    Lookup lookup = parent.look();
    if (lookup instanceof Lookup.Refused refused) {
      throw new RefusedException(refused.refusal());
    }
    if (!(lookup instanceof Lookup.Present present)
        || !(present.node() instanceof YamlMapping mapping)
        || index(mapping, change.place().path().last()) < 0) {
      throw refused(change.place(), Refusal.Kind.MISSING, null, "is not there.", "");
    }
    int index = index(mapping, change.place().path().last());
    YamlEntry entry = mapping.entries().get(index);
    if (entry.key().properties().present() || !(entry.key() instanceof YamlScalar)) {
      throw refused(
          change.place(),
          Refusal.Kind.SHARED,
          entry.key(),
          "has a key with an anchor, a tag or an alias.",
          "Rename it by hand.");
    }
    if (indexOf(mapping, change.name()) >= 0 || PathWalk.isMerged(mapping, change.name())) {
      throw conflict(parent.key(change.name()), entry.start());
    }
    edits(parent).at(parent, mapping, present.entry()).names.put(index, change.name());
  }

  private void reorder(Change.Reorder change) {
    Place place = change.place();
    Lookup lookup = place.look();
    if (lookup instanceof Lookup.Refused refused) {
      throw new RefusedException(refused.refusal());
    }
    if (!(lookup instanceof Lookup.Present present)
        || !(present.node() instanceof YamlSequence list)) {
      throw refused(place, Refusal.Kind.WRONG_KIND, null, "is no list.", "");
    }
    List<Integer> natural = IntStream.range(0, list.items().size()).boxed().toList();
    if (!change.order().stream().sorted().toList().equals(natural)) {
      throw new IllegalArgumentException("Not an order of the items: " + change.order());
    }
    if (!list.items().stream().allMatch(item -> item.node() instanceof YamlScalar)) {
      throw refused(
          place,
          Refusal.Kind.WRONG_KIND,
          list,
          "holds more than single values.",
          "Change the order by hand.");
    }
    if (!change.order().equals(natural)) {
      edits(place).at(place, list, present.entry()).order = change.order();
    }
  }

  private static Place parent(Place place) {
    return new Place(place.stream(), place.document(), place.path().parent());
  }

  private static int indexOf(YamlMapping mapping, String name) {
    return index(mapping, new YamlPath.Key(name));
  }

  private static int index(YamlNode node, YamlPath.Step step) {
    if (step instanceof YamlPath.Index item) {
      return node instanceof YamlSequence list && item.index() < list.items().size()
          ? item.index()
          : -1;
    }
    if (node instanceof YamlMapping mapping) {
      for (int i = 0; i < mapping.entries().size(); i++) {
        YamlEntry entry = mapping.entries().get(i);
        if (!entry.isMerge() && entry.name().equals(((YamlPath.Key) step).name())) {
          return i;
        }
      }
    }
    return -1;
  }

  private static YamlNode child(YamlNode node, int index) {
    return node instanceof YamlMapping mapping
        ? mapping.entries().get(index).value()
        : ((YamlSequence) node).items().get(index).node();
  }

  private static RefusedException conflict(Place place, int offset) {
    return new RefusedException(
        new Refusal(
            Refusal.Kind.CONFLICT,
            place.stream().source().position(offset),
            place.path(),
            place.path() + " is there already, with another value.",
            "Rename or remove the one that is there."));
  }

  private static RefusedException refused(
      Place place, Refusal.Kind kind, @Nullable YamlNode node, String reason, String wayOut) {
    return new RefusedException(
        new Refusal(
            kind,
            place.stream().source().position(node == null ? 0 : node.start()),
            place.path(),
            PathWalk.named(place.path()) + " " + reason,
            wayOut));
  }
}
