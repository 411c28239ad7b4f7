package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.gentrace.ConfigEdits;
import ai.gentrace.otel.cli.yaml.YamlPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the changes of a fix go. */
final class Edits {
  private Edits() {}

  /**
   * The place of a value for the editor.
   *
   * @param written where it, or its key, stands: of several merged files the one that holds it
   * @param keys from the config's top, as written
   * @return null where no file of the config holds it
   */
  static ai.gentrace.otel.cli.yaml.edit.@Nullable Place place(
      Subject subject, Place written, String... keys) {
    for (LocatedConfig located : subject.located()) {
      if (located.source().equals(written.source())) {
        return ConfigEdits.place(located, List.of(keys));
      }
    }
    return null;
  }

  /** A list item of such a place. */
  static ai.gentrace.otel.cli.yaml.edit.Place item(
      ai.gentrace.otel.cli.yaml.edit.Place list, int index) {
    return list.resolve(YamlPath.ROOT.index(index));
  }
}
