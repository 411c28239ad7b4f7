package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The comments that may go: those inside of deleted children, and those said to belong to them. */
final class OwnComments {
  private final YamlSource source;
  private final List<Extent> children = new ArrayList<>();
  private final Set<String> texts = new HashSet<>();

  OwnComments(StreamEdits edits) {
    this.source = edits.stream.source();
    for (NodeEdit edit : edits.all()) {
      Children all = Children.of(edit.node);
      if (all == null) {
        continue;
      }
      edit.deleted.forEach(
          (index, comments) -> {
            Children.Child child = all.all().get(index);
            int last = Math.max(child.start(), child.end());
            int end = all.flow() ? last : source.lineContentEnd(source.lineIndex(last));
            children.add(new Extent(child.start(), end));
            comments.forEach(block -> block.forEach(comment -> texts.add(comment.strip())));
          });
    }
  }

  boolean mayGo(Extent comment) {
    String text = source.text(comment).strip();
    return texts.contains(text)
        || Marker.isMarker(text)
        || children.stream()
            .anyMatch(child -> child.start() <= comment.start() && comment.end() <= child.end());
  }
}
