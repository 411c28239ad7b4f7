package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** Plans wishes that take something out or change it. */
final class Alterations {
  private final EditedStreams streams;

  Alterations(EditedStreams streams) {
    this.streams = streams;
  }

  void delete(Change.Delete change) {
    Place parent = parent(change.place());
    if (!(parent.look() instanceof Lookup.Present present)) {
      if (parent.look() instanceof Lookup.Refused refused) {
        throw new RefusedException(refused.refusal());
      }
      return;
    }
    int index = Children.indexOf(present.node(), change.place().path().last());
    if (index < 0) {
      return;
    }
    YamlNode node = Children.value(present.node(), index);
    YamlDocument document = parent.stream().documents().get(parent.document());
    if (lendsElsewhere(document, node)) {
      throw RefusedException.of(
          change.place(),
          Refusal.Kind.SHARED,
          node,
          "holds an anchor that is used elsewhere.",
          "Take the alias of it away first.");
    }
    streams
        .edits(parent)
        .at(parent, present.node(), present.entry())
        .deleted
        .put(index, change.comments());
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

  void replace(Change.ReplaceScalar change) {
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
      throw RefusedException.of(
          place,
          Refusal.Kind.WRONG_KIND,
          lookup instanceof Lookup.Present there ? there.node() : null,
          "is no scalar on one line that could be replaced.",
          "Change it by hand.");
    }
    if (!change.scalar().sameAs(scalar)) {
      streams.edits(place).at(place, scalar, present.entry()).scalar = change.scalar();
    }
  }

  void rename(Change.RenameKey change) {
    Place parent = parent(change.place());
    Lookup lookup = parent.look();
    if (lookup instanceof Lookup.Refused refused) {
      throw new RefusedException(refused.refusal());
    }
    if (!(lookup instanceof Lookup.Present present)
        || !(present.node() instanceof YamlMapping mapping)
        || Children.indexOf(mapping, change.place().path().last()) < 0) {
      throw RefusedException.of(change.place(), Refusal.Kind.MISSING, null, "is not there.", "");
    }
    int index = Children.indexOf(mapping, change.place().path().last());
    YamlEntry entry = mapping.entries().get(index);
    if (entry.key().properties().present() || !(entry.key() instanceof YamlScalar)) {
      throw RefusedException.of(
          change.place(),
          Refusal.Kind.SHARED,
          entry.key(),
          "has a key with an anchor, a tag or an alias.",
          "Rename it by hand.");
    }
    if (Children.indexOf(mapping, new YamlPath.Key(change.name())) >= 0
        || MergeKeys.isMerged(mapping, change.name())) {
      throw RefusedException.conflict(parent.key(change.name()), entry.start());
    }
    streams.edits(parent).at(parent, mapping, present.entry()).names.put(index, change.name());
  }

  void reorder(Change.Reorder change) {
    Place place = change.place();
    Lookup lookup = place.look();
    if (lookup instanceof Lookup.Refused refused) {
      throw new RefusedException(refused.refusal());
    }
    if (!(lookup instanceof Lookup.Present present)
        || !(present.node() instanceof YamlSequence list)) {
      throw RefusedException.of(place, Refusal.Kind.WRONG_KIND, null, "is no list.", "");
    }
    List<Integer> natural = IntStream.range(0, list.items().size()).boxed().toList();
    if (!change.order().stream().sorted().toList().equals(natural)) {
      throw new IllegalArgumentException("Not an order of the items: " + change.order());
    }
    if (!list.items().stream().allMatch(item -> item.node() instanceof YamlScalar)) {
      throw RefusedException.of(
          place,
          Refusal.Kind.WRONG_KIND,
          list,
          "holds more than single values.",
          "Change the order by hand.");
    }
    if (!change.order().equals(natural)) {
      streams.edits(place).at(place, list, present.entry()).order = change.order();
    }
  }

  private static Place parent(Place place) {
    return new Place(place.stream(), place.document(), place.path().parent());
  }
}
