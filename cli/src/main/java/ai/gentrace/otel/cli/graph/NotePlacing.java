package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.yaml.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands each note to what it is about: to every node of a component, or to the item of a list, or
 * to the pipeline around it.
 */
final class NotePlacing {
  private final List<Note> notes;
  private final Set<Note> taken = new HashSet<>();

  NotePlacing(List<Note> notes) {
    this.notes = notes;
  }

  /** Those in a list item, or in the definition of what it names. */
  List<Note> take(Reference reference, @Nullable Component component) {
    List<Note> found = new ArrayList<>();
    for (Note note : notes) {
      Place item = reference.item().place();
      if (isIn(note.position(), item.start(), item.end())
          || (component != null && isIn(note.position(), component.setting()))) {
        found.add(note);
      }
    }
    taken.addAll(found);
    return found;
  }

  /** Those in a pipeline that none of its components has taken. */
  List<Note> take(Setting pipeline) {
    List<Note> found = new ArrayList<>();
    for (Note note : notes) {
      if (!taken.contains(note) && isIn(note.position(), pipeline)) {
        found.add(note);
      }
    }
    taken.addAll(found);
    return found;
  }

  /** Those that nobody has taken. */
  List<Note> left() {
    return notes.stream().filter(note -> !taken.contains(note)).toList();
  }

  private static boolean isIn(Position position, Setting setting) {
    Position keyEnd = setting.keyPlace().end();
    Position valueEnd = setting.value().place().end();
    Position end = valueEnd.compareTo(keyEnd) > 0 ? valueEnd : keyEnd;
    return isIn(position, setting.keyPlace().start(), end);
  }

  private static boolean isIn(Position position, Position start, Position end) {
    return position.equals(start) || (position.compareTo(start) > 0 && position.compareTo(end) < 0);
  }
}
