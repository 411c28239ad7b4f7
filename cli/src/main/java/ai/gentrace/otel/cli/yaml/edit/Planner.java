package ai.gentrace.otel.cli.yaml.edit;

import java.util.Collection;
import java.util.List;

/** Turns wishes into what happens to which node. Used once. */
final class Planner {
  private final EditedStreams streams = new EditedStreams();
  private final Additions additions = new Additions(streams);
  private final Alterations alterations = new Alterations(streams);

  /** The texts that change. */
  Collection<StreamEdits> plan(List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.InsertEntry insert) {
        additions.insert(insert);
      } else if (change instanceof Change.AppendItem append) {
        additions.append(append);
      } else if (change instanceof Change.Delete delete) {
        alterations.delete(delete);
      } else if (change instanceof Change.ReplaceScalar replace) {
        alterations.replace(replace);
      } else if (change instanceof Change.RenameKey rename) {
        alterations.rename(rename);
      } else if (change instanceof Change.Reorder reorder) {
        alterations.reorder(reorder);
      }
    }
    streams.all().forEach(edits -> new Pruner(edits).prune());
    return streams.all();
  }
}
