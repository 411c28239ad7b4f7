package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.EditResult;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;
import ai.gentrace.otel.cli.yaml.edit.NewEntry;
import ai.gentrace.otel.cli.yaml.edit.NewScalar;
import ai.gentrace.otel.cli.yaml.edit.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A second file of the same kind that adds the Gentrace parts to a config. */
public final class Overlay {
  private static final List<String> IDENTITY = List.of("name", "namespace");

  private Overlay() {}

  /**
   * Its text.
   *
   * @param keyChanges what gives the pod its key; none where it has one
   * @return null where no second file can add to the config: a text in a Kubernetes file is
   *     replaced as a whole, and a list item has no name to add to
   */
  public static @Nullable String text(
      LocatedConfig config, MergePlan.Add plan, List<Change> keyChanges) {
    if (config.kind().isText()
        || config.path().steps().stream().anyMatch(YamlPath.Index.class::isInstance)) {
      return null;
    }
    YamlStream header = YamlStream.parse(YamlSource.ofText("overlay", header(config)));
    Place top = new Place(header, 0, YamlPath.ROOT);
    List<Change> changes = new ArrayList<>();
    if (config.resource() != null) {
      identity(config, top, changes);
    }
    for (MergePlan.Addition addition : plan.additions()) {
      YamlPath section = YamlPath.of(addition.section().toArray(String[]::new));
      changes.add(
          new Change.InsertEntry(top.resolve(config.path()).resolve(section), addition.entry()));
    }
    for (Change change : keyChanges) {
      if (change instanceof Change.AppendItem append) {
        changes.add(new Change.AppendItem(top.resolve(append.place().path()), append.item()));
      }
    }
    EditResult result = Editor.edit(changes);
    if (result instanceof Edited edited) {
      return edited.output().source().text();
    }
    throw new IllegalStateException("The overlay's templates do not fit: " + result);
  }

  private static String header(LocatedConfig config) {
    String kind =
        config.resource() != null
            ? "resource"
            : config.kind() == FileKind.HELM_VALUES ? "helm" : "plain";
    return Templates.text("overlay/" + kind + ".yaml");
  }

  /** What tells Kustomize which resource is meant. */
  private static void identity(LocatedConfig config, Place top, List<Change> changes) {
    if (!(config.file().documents().get(config.document()).root() instanceof YamlMapping root)) {
      return;
    }
    copy(root, "apiVersion", top, changes);
    copy(root, "kind", top, changes);
    YamlEntry metadata = root.get("metadata");
    if (metadata != null && metadata.value().resolved() instanceof YamlMapping map) {
      IDENTITY.forEach(key -> copy(map, key, top.key("metadata"), changes));
    }
  }

  private static void copy(YamlMapping from, String key, Place to, List<Change> changes) {
    YamlEntry entry = from.get(key);
    YamlNode value = entry == null ? null : entry.value().resolved();
    if (value instanceof YamlScalar scalar) {
      changes.add(new Change.InsertEntry(to, NewEntry.of(key, NewScalar.string(scalar.value()))));
    }
  }
}
