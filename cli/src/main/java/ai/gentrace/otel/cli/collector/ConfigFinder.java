package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Finds every config in a file. */
public final class ConfigFinder {
  private final YamlStream file;
  private final List<LocatedConfig> found = new ArrayList<>();

  private ConfigFinder(YamlStream file) {
    this.file = file;
  }

  /**
   * All configs of a file, in its order; of a file that is itself a config only the first document,
   * as the collector reads no other. Empty where nothing looks like a config.
   */
  public static List<LocatedConfig> find(YamlStream file) {
    ConfigFinder finder = new ConfigFinder(file);
    for (int i = 0; i < file.documents().size(); i++) {
      finder.visit(i, file.documents().get(i));
    }
    return List.copyOf(finder.found);
  }

  /**
   * The file's first document as a plain config, whatever stands in it: for files in which nothing
   * looks like a config.
   */
  public static LocatedConfig plain(YamlStream file) {
    YamlNode root = file.documents().isEmpty() ? null : file.documents().get(0).root();
    return new LocatedConfig(FileKind.PLAIN, file, 0, YamlPath.ROOT, root, null);
  }

  /**
   * The config at a path, which may be empty: a map, null, or a literal block scalar.
   *
   * @param document which document, from 1; empty for every one that has the path
   */
  static List<LocatedConfig> at(YamlStream file, YamlPath path, OptionalInt document) {
    ConfigFinder finder = new ConfigFinder(file);
    for (int i = 0; i < file.documents().size(); i++) {
      if (document.isEmpty() || document.getAsInt() == i + 1) {
        finder.visit(i, path, file.documents().get(i).root());
      }
    }
    return List.copyOf(finder.found);
  }

  private void visit(int document, YamlPath path, @Nullable YamlNode root) {
    YamlNode node = root;
    for (YamlPath.Step step : path.steps()) {
      node = step(node, step);
    }
    String resource = root instanceof YamlMapping top ? ConfigShape.resourceKind(top) : null;
    boolean operators = ConfigShape.COLLECTOR_RESOURCE.equals(resource);
    if (node instanceof YamlScalar scalar && scalar.style() == YamlScalar.Style.LITERAL) {
      FileKind kind = operators ? FileKind.RESOURCE_V1ALPHA1 : FileKind.CONFIG_MAP;
      LocatedConfig config = text(kind, document, path, scalar);
      if (scalar.value().isBlank() || ConfigShape.isConfigText(config)) {
        found.add(config);
      }
    } else if ((node instanceof YamlMapping map && ConfigShape.isPlain(map))
        || (node instanceof YamlScalar none && none.isNull())) {
      FileKind kind = operators ? FileKind.RESOURCE_V1BETA1 : FileKind.HELM_VALUES;
      found.add(new LocatedConfig(kind, file, document, path, node, null));
    }
  }

  private static @Nullable YamlNode step(@Nullable YamlNode node, YamlPath.Step step) {
    if (step instanceof YamlPath.Key key) {
      return node instanceof YamlMapping map ? value(map, key.name()) : null;
    }
    int index = ((YamlPath.Index) step).index();
    return node instanceof YamlSequence list && index < list.items().size()
        ? list.items().get(index).node()
        : null;
  }

  private void visit(int document, YamlDocument content) {
    if (!(content.root() instanceof YamlMapping root)) {
      return;
    }
    String resource = ConfigShape.resourceKind(root);
    if (resource == null) {
      if (ConfigShape.isPlain(root)) {
        if (document == 0) {
          found.add(new LocatedConfig(FileKind.PLAIN, file, document, YamlPath.ROOT, root, null));
        }
      } else {
        search(document, root, YamlPath.ROOT);
      }
    } else if (resource.equals(ConfigShape.COLLECTOR_RESOURCE)) {
      resource(document, root);
    } else if (resource.equals("ConfigMap")) {
      configMap(document, root);
    } else if (!resource.endsWith("List")) {
      search(document, root, YamlPath.ROOT);
    }
  }

  private void resource(int document, YamlMapping root) {
    YamlNode spec = value(root, "spec");
    YamlNode config = spec instanceof YamlMapping map ? value(map, "config") : null;
    YamlPath path = YamlPath.of("spec", "config");
    if (config instanceof YamlMapping) {
      found.add(new LocatedConfig(FileKind.RESOURCE_V1BETA1, file, document, path, config, null));
    } else if (config instanceof YamlScalar scalar && scalar.style() == YamlScalar.Style.LITERAL) {
      found.add(text(FileKind.RESOURCE_V1ALPHA1, document, path, scalar));
    }
  }

  private void configMap(int document, YamlMapping root) {
    if (!(value(root, "data") instanceof YamlMapping data)) {
      return;
    }
    for (YamlEntry entry : data.entries()) {
      if (entry.value() instanceof YamlScalar scalar
          && scalar.style() == YamlScalar.Style.LITERAL) {
        YamlPath path = YamlPath.of("data", entry.name());
        LocatedConfig config = text(FileKind.CONFIG_MAP, document, path, scalar);
        if (ConfigShape.isConfigText(config)) {
          found.add(config);
        }
      }
    }
  }

  private void search(int document, YamlNode node, YamlPath path) {
    if (node instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        search(document, list.items().get(i).node(), path.index(i));
      }
    } else if (node instanceof YamlMapping map) {
      for (YamlEntry entry : map.entries()) {
        YamlPath here = path.key(entry.name());
        if (entry.value() instanceof YamlMapping child
            && ConfigShape.isEmbedded(entry.name(), child)) {
          found.add(new LocatedConfig(FileKind.HELM_VALUES, file, document, here, child, null));
        } else {
          search(document, entry.value(), here);
        }
      }
    }
  }

  private LocatedConfig text(FileKind kind, int document, YamlPath path, YamlScalar scalar) {
    return new LocatedConfig(kind, file, document, path, scalar, file.nested(document, scalar));
  }

  private static @Nullable YamlNode value(YamlMapping map, String key) {
    YamlEntry entry = map.get(key);
    return entry == null ? null : entry.value();
  }
}
