package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.gentrace.MergePlan;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command makes of one file. */
sealed interface EditOutcome {
  /**
   * Nothing is to be done.
   *
   * @param notes why, one line each
   * @param warnings what the user has to look after, one sentence each
   */
  record Unchanged(List<String> notes, List<String> warnings) implements EditOutcome {
    public Unchanged {
      notes = List.copyOf(notes);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The file becomes another.
   *
   * @param edited the new bytes
   * @param notes what happened, one line each
   * @param warnings what the user has to look after, one sentence each
   */
  record Changed(Edited edited, List<String> notes, List<String> warnings) implements EditOutcome {
    public Changed {
      notes = List.copyOf(notes);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The file stays, and a second one adds to it.
   *
   * @param text of the second file
   * @param notes what happened, one line each
   * @param warnings what the user has to look after, one sentence each
   */
  record Beside(String text, List<String> notes, List<String> warnings) implements EditOutcome {
    public Beside {
      notes = List.copyOf(notes);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The file is left alone although something was wished.
   *
   * @param place {@code line:column}, if there is one
   * @param reason one sentence
   * @param wayOut one sentence; empty if there is none
   */
  record Refused(Optional<String> place, String reason, String wayOut) implements EditOutcome {
    static Refused of(ConfigChoice.Refused refused) {
      return new Refused(place(refused.place()), refused.reason(), refused.wayOut());
    }

    static Refused of(MergePlan.Refused refused) {
      return new Refused(place(refused.place()), refused.reason(), refused.wayOut());
    }

    /**
     * A refusal of the editor.
     *
     * @param wayOut what the user can do where the editor knows nothing better
     */
    static Refused of(Refusal refusal, String wayOut) {
      return new Refused(
          Optional.of(refusal.position().toString()),
          refusal.reason(),
          refusal.wayOut().isEmpty() ? wayOut : refusal.wayOut());
    }

    private static Optional<String> place(@Nullable Place place) {
      return Optional.ofNullable(place).map(found -> found.start().toString());
    }
  }
}
