package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import java.util.List;

/** Plans wishes that add something. */
final class Additions {
  private final EditedStreams streams;

  Additions(EditedStreams streams) {
    this.streams = streams;
  }

  void insert(Change.InsertEntry change) {
    Place place = change.place();
    NewEntry entry = change.entry();
    Lookup lookup = place.look();
    if (lookup instanceof Lookup.Refused refused) {
      throw new RefusedException(refused.refusal());
    } else if (lookup instanceof Lookup.Missing missing) {
      create(place, missing, new NewMapping(List.of(entry), false, true));
    } else if (lookup instanceof Lookup.Empty empty) {
      JoinedEntries.add(place, fillable(place, empty), entry);
    } else if (lookup instanceof Lookup.Present present) {
      if (!(present.node() instanceof YamlMapping mapping)) {
        throw RefusedException.of(
            place,
            Refusal.Kind.WRONG_KIND,
            present.node(),
            "is no mapping, and one is needed here.",
            "Write a mapping there, or put the new entries into a file of their own.");
      }
      NodeEdit edit = streams.edits(place).at(place, mapping, present.entry());
      int index = Children.indexOf(mapping, new YamlPath.Key(entry.key()));
      if (index >= 0 && !edit.deleted.containsKey(index)) {
        YamlNode there = mapping.entries().get(index).value();
        if (!entry.value().sameAs(there.resolved())) {
          throw RefusedException.conflict(
              place.key(entry.key()), mapping.entries().get(index).start());
        }
        return;
      }
      if (MergeKeys.isMerged(mapping, entry.key())) {
        throw RefusedException.of(
            place.key(entry.key()),
            Refusal.Kind.MERGED,
            mapping,
            "comes in through a merge key (<<): a key of its own would replace it.",
            "Write the value out in place of the alias.");
      }
      JoinedEntries.add(place, edit, entry);
    }
  }

  void append(Change.AppendItem change) {
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
        throw RefusedException.of(
            place,
            Refusal.Kind.WRONG_KIND,
            present.node(),
            "is no list, and one is needed here.",
            "Write a list there.");
      }
      if (list.items().stream()
          .noneMatch(item -> change.item().node().sameAs(item.node().resolved()))) {
        streams.edits(place).at(place, list, present.entry()).items.add(change.item());
      }
    }
  }

  private NodeEdit fillable(Place place, Lookup.Empty empty) {
    if (empty.entry() == null) {
      throw RefusedException.of(
          place,
          Refusal.Kind.LAYOUT,
          empty.node(),
          "is an empty list item.",
          "Write its first entry by hand.");
    }
    return streams.edits(place).at(place, empty.node(), empty.entry());
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
            ? streams.edits(place).atContent()
            : streams.edits(found).at(found, deepest, missing.entry());
    if (rest.isEmpty()) {
      if (!(value instanceof NewMapping mapping)) {
        throw new IllegalArgumentException("The root of a configuration is a mapping.");
      }
      mapping.entries().forEach(entry -> JoinedEntries.add(found, edit, entry));
    } else {
      JoinedEntries.add(found, edit, NewEntry.of(name(place, rest.get(0)), value));
    }
  }

  private static String name(Place place, YamlPath.Step step) {
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
}
