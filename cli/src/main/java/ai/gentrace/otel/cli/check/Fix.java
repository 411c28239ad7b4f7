package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.EditResult;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;
import java.util.List;
import java.util.Optional;

/**
 * How to repair what was found.
 *
 * @param safe whether the config then means what it was meant to mean, without a doubt
 * @param description what is done, as an order: "Rename it to ..."
 * @param changes at least one, all of one file
 */
public record Fix(boolean safe, String description, List<Change> changes) {
  public Fix {
    changes = List.copyOf(changes);
  }

  /** Carries it out on the file as it was read; empty where the editor refuses. */
  public Optional<Edited> applied() {
    EditResult result = Editor.edit(changes);
    return result instanceof Edited edited && edited.changed()
        ? Optional.of(edited)
        : Optional.empty();
  }

  /** The same as replaced text, in order; empty where the editor refuses. */
  public List<FixEdit> edits() {
    YamlSource source = changes.get(0).place().stream().file().source();
    return applied().map(Edited::edits).orElse(List.of()).stream()
        .map(
            edit ->
                new FixEdit(
                    source.position(edit.extent().start()),
                    source.position(edit.extent().end()),
                    edit.text()))
        .toList();
  }
}
