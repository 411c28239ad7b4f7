package ai.gentrace.otel.cli.yaml.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Several wishes for one mapping, of which two may make the way to something together. */
final class JoinedEntries {
  private JoinedEntries() {}

  /** Adds a new entry to what is wished for a node already. */
  static void add(Place place, NodeEdit edit, NewEntry entry) {
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
}
