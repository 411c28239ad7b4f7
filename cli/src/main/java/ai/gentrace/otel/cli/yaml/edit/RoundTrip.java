package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Proves that additions are complete and can be taken out again to the byte. */
final class RoundTrip {
  private RoundTrip() {}

  /**
   * Does the additions once more, which has to change nothing, and takes them out of the result,
   * which has to give the file that was read. Changes of other kinds are not undone.
   *
   * @param outputs for each text that changed its new one
   * @throws RefusedException if it does not work
   */
  static void verify(
      List<Change> changes, StreamEdits edits, IdentityHashMap<YamlStream, YamlStream> outputs) {
    List<Change> again = new ArrayList<>();
    List<Change> back = new ArrayList<>();
    for (Change change : changes) {
      YamlStream stream = outputs.get(change.place().stream());
      if (stream == null) {
        continue;
      }
      Place place = new Place(stream, change.place().document(), change.place().path());
      if (change instanceof Change.InsertEntry insert) {
        again.add(new Change.InsertEntry(place, insert.entry()));
        String key = insert.entry().key();
        if (insert.place().key(key).look() instanceof Lookup.Missing) {
          back.add(new Change.Delete(place.key(key), List.of(insert.entry().comments())));
        }
      } else if (change instanceof Change.AppendItem append) {
        again.add(new Change.AppendItem(place, append.item()));
        int index = addedIndex(append, place);
        if (index >= 0) {
          back.add(
              new Change.Delete(
                  place.resolve(YamlPath.ROOT.index(index)), List.of(append.item().comments())));
        }
      } else {
        return;
      }
    }
    YamlStream output = outputs.get(edits.stream);
    if (output == null) {
      return;
    }
    if (!Assembly.of(output, new Planner().plan(again)).textEdits().isEmpty()) {
      throw Verifier.unproven(edits, YamlPath.ROOT, "a second run would change the file again.");
    }
    if (!Assembly.of(output, new Planner().plan(back)).gives(edits.stream.source())) {
      throw Verifier.unproven(edits, YamlPath.ROOT, "it could not be taken out again to the byte.");
    }
  }

  /** Index of an appended item in the result; -1 if the list had such an item before. */
  private static int addedIndex(Change.AppendItem append, Place place) {
    if (append.place().look() instanceof Lookup.Present before
        && indexOf(append.item(), before) >= 0) {
      return -1;
    }
    return place.look() instanceof Lookup.Present after ? indexOf(append.item(), after) : -1;
  }

  private static int indexOf(NewItem item, Lookup.Present present) {
    if (present.node() instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        if (item.node().sameAs(list.items().get(i).node().resolved())) {
          return i;
        }
      }
    }
    return -1;
  }
}
