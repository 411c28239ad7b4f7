package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.yaml.edit.NewEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What merge would do to a config, as plain data. */
public sealed interface MergePlan {
  /**
   * Spans go to Gentrace already.
   *
   * @param path the way they go
   * @param differences of parts under our ids from the templates; empty if all are just what some
   *     release of this tool inserts
   * @param complete whether all parts stand under our ids
   * @param notes what the user should know, one sentence each
   */
  record Present(
      GentracePath path, List<Difference> differences, boolean complete, List<String> notes)
      implements MergePlan {
    public Present {
      differences = List.copyOf(differences);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Parts are missing.
   *
   * @param variant the form in which they are added
   * @param release from what the variant follows
   * @param additions in the order in which they are inserted
   * @param receivers of the Gentrace pipeline
   * @param receiversFrom where they come from, in words
   * @param notes what the user should know, one sentence each
   * @param warnings what the user has to look after, one sentence each
   */
  record Add(
      Variant variant,
      CollectorRelease release,
      List<Addition> additions,
      List<ComponentId> receivers,
      String receiversFrom,
      List<String> notes,
      List<String> warnings)
      implements MergePlan {
    public Add {
      additions = List.copyOf(additions);
      receivers = List.copyOf(receivers);
      notes = List.copyOf(notes);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Nothing can be done as asked.
   *
   * @param place where the reason stands; null if it is no single place
   * @param reason one sentence
   * @param wayOut one sentence: what the user can do
   */
  record Refused(@Nullable Place place, String reason, String wayOut) implements MergePlan {}

  /**
   * An entry to add.
   *
   * @param section the keys to its map from the config's top
   */
  record Addition(List<String> section, NewEntry entry) {
    public Addition {
      section = List.copyOf(section);
    }

    /** The keys to the entry, joined by dots. */
    public String path() {
      return String.join(".", section) + "." + entry.key();
    }
  }
}
