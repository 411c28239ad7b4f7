package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.Collection;
import java.util.IdentityHashMap;

/** The texts that are to change, each with what happens to it. */
final class EditedStreams {
  /** Streams count by identity: each parse makes its own. */
  private final IdentityHashMap<YamlStream, StreamEdits> streams = new IdentityHashMap<>();

  /** What happens to the text of a place. */
  StreamEdits edits(Place place) {
    return streams.computeIfAbsent(place.stream(), StreamEdits::new);
  }

  Collection<StreamEdits> all() {
    return streams.values();
  }
}
