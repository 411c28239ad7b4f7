package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.EditResult;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;
import ai.gentrace.otel.cli.yaml.edit.NewEntry;
import ai.gentrace.otel.cli.yaml.edit.NewItem;
import ai.gentrace.otel.cli.yaml.edit.NewMapping;
import ai.gentrace.otel.cli.yaml.edit.NewNode;
import ai.gentrace.otel.cli.yaml.edit.NewScalar;
import ai.gentrace.otel.cli.yaml.edit.NewSequence;
import ai.gentrace.otel.cli.yaml.edit.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entry that gives a pod its API key from a Secret. */
public final class KeyEntry {
  private static final String TEMPLATE = "api-key-secret.yaml";

  private KeyEntry() {}

  /**
   * What adds it to a file.
   *
   * @throws IllegalArgumentException if the file has no place for it
   */
  public static Change insert(PodEnvironment environment, String variable, KeySecret secret) {
    YamlPath list = environment.list();
    if (list == null) {
      throw new IllegalArgumentException("No place for environment variables");
    }
    LocatedConfig config = environment.config();
    return new Change.AppendItem(
        new Place(config.file(), config.document(), list), item(variable, secret));
  }

  /** An entry that {@link #insert} added. */
  record Added(Change.Delete removal, Place place, YamlNode node) {
    /** Whether nothing but variable and Secret differs from what merge writes. */
    boolean isUnchanged() {
      return node instanceof YamlMapping map
          && keys(map).equals(List.of("name", "valueFrom"))
          && value(map, "valueFrom") instanceof YamlMapping from
          && keys(from).equals(List.of("secretKeyRef"))
          && value(from, "secretKeyRef") instanceof YamlMapping reference
          && keys(reference).equals(List.of("name", "key"));
    }

    private static List<String> keys(YamlMapping map) {
      return map.entries().stream().map(YamlEntry::name).toList();
    }

    private static @Nullable YamlNode value(YamlMapping map, String key) {
      YamlEntry entry = map.get(key);
      return entry == null ? null : entry.value();
    }
  }

  /** The entry that merge added to a file, known by its comment; or null. */
  static @Nullable Added added(PodEnvironment environment) {
    YamlPath list = environment.list();
    if (list == null) {
      return null;
    }
    LocatedConfig config = environment.config();
    YamlSource source = config.file().source();
    List<String> comments = item(KeyVariable.DEFAULT, new KeySecret("x", "x")).comments();
    List<YamlSequence.Item> items = environment.items();
    for (int i = 0; i < items.size(); i++) {
      if (isMarked(source, items.get(i), comments)) {
        Place place = new Place(config.file(), config.document(), list.index(i));
        return new Added(new Change.Delete(place, List.of(comments)), place, items.get(i).node());
      }
    }
    return null;
  }

  private static boolean isMarked(
      YamlSource source, YamlSequence.Item item, List<String> comments) {
    int line = source.lineIndex(item.start()) - 1;
    return line >= 0
        && comments.contains(
            source.text(new Extent(source.lineStart(line), source.lineContentEnd(line))).strip());
  }

  /** The entry as a text to paste, with the keys around it. */
  public static String snippet(YamlPath list, String variable, KeySecret secret) {
    YamlStream empty = YamlStream.parse(YamlSource.ofText("snippet", ""));
    NewItem bare = new NewItem(List.of(), item(variable, secret).node(), null);
    EditResult result =
        Editor.edit(List.of(new Change.AppendItem(new Place(empty, 0, list), bare)));
    if (result instanceof Edited edited) {
      return edited.output().source().text();
    }
    throw new IllegalStateException("The template " + TEMPLATE + " does not fit: " + result);
  }

  /** The item with a variable and a Secret filled in. */
  private static NewItem item(String variable, KeySecret secret) {
    Setting env = Templates.config(TEMPLATE).root().get("env");
    if (env == null || env.value().asList() == null) {
      throw new IllegalStateException("The template " + TEMPLATE + " has no list");
    }
    NewSequence items = (NewSequence) NewNode.of(env.keyPlace().source(), env.entry().value());
    NewItem item = items.items().get(0);
    NewMapping entry = ((NewMapping) item.node()).with("name", NewScalar.string(variable));
    NewEntry from = entry.entries().get(1);
    NewEntry reference = ((NewMapping) from.value()).entries().get(0);
    NewMapping filled =
        ((NewMapping) reference.value())
            .with("name", NewScalar.string(secret.name()))
            .with("key", NewScalar.string(secret.key()));
    return new NewItem(
        item.comments(),
        entry.with(from.key(), ((NewMapping) from.value()).with(reference.key(), filled)),
        null);
  }
}
