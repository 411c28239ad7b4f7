package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.Place;
import java.util.ArrayList;
import java.util.List;

/** Turns plans into changes of the file that a config sits in. */
public final class ConfigEdits {
  private ConfigEdits() {}

  /** What carries a merge out. */
  public static List<Change> of(LocatedConfig config, MergePlan.Add plan) {
    return plan.additions().stream()
        .<Change>map(
            addition ->
                new Change.InsertEntry(
                    place(config, addition.section()),
                    config.kind().nullDeletes()
                        ? addition.entry().withoutNulls()
                        : addition.entry()))
        .toList();
  }

  /** What carries a removal out. */
  public static List<Change> of(LocatedConfig config, RemovalPlan plan) {
    List<Change> changes = new ArrayList<>();
    for (RemovalPlan.Entry entry : plan.entries()) {
      changes.add(
          new Change.Delete(place(config, entry.section()).key(entry.key()), entry.comments()));
    }
    if (plan.keyEntry() != null) {
      changes.add(plan.keyEntry());
    }
    return changes;
  }

  /** The place of a map in a config, by the keys from its top. */
  public static Place place(LocatedConfig config, List<String> keys) {
    YamlPath inside = YamlPath.of(keys.toArray(String[]::new));
    return config.text() == null
        ? new Place(config.file(), config.document(), config.path().resolve(inside))
        : new Place(config.text(), 0, inside);
  }
}
