package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.yaml.edit.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What remove would take out of a config, as plain data.
 *
 * @param entries what is ours, in the order of the text; empty if there is nothing
 * @param keyEntry the environment entry with the API key that merge added; null if there is none
 * @param edits what the user changed in them: taken out only with force
 * @param obstacles what must be changed by hand first
 */
public record RemovalPlan(
    List<Entry> entries, Change.@Nullable Delete keyEntry, List<Edit> edits, List<Edit> obstacles) {
  public RemovalPlan {
    entries = List.copyOf(entries);
    edits = List.copyOf(edits);
    obstacles = List.copyOf(obstacles);
  }

  /** Whether there is nothing of ours. */
  public boolean isEmpty() {
    return entries.isEmpty() && keyEntry == null;
  }

  /**
   * An entry to take out.
   *
   * @param section the keys to its map from the config's top
   * @param key its key as written
   * @param comments the lines above it that some template has, of each template one list
   */
  public record Entry(List<String> section, String key, List<List<String>> comments) {
    public Entry {
      section = List.copyOf(section);
      comments = comments.stream().map(List::copyOf).toList();
    }

    /** The keys to it, joined by dots. */
    public String path() {
      return String.join(".", section) + "." + key;
    }
  }

  /**
   * Something of the user's.
   *
   * @param what a phrase without the place
   */
  public record Edit(Place place, String what) {}
}
