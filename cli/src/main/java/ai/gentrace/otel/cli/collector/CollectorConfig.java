package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.MappedList;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collector configuration, from one text or from several that the collector merges. Immutable.
 * Wrong types do not hinder the reading: what should be a map or list and is none counts as empty
 * here, and stands in {@link #root()} as it is.
 */
public final class CollectorConfig {
  private final MapValue root;
  private final List<ConfigProblem> problems;
  private final Map<ComponentKind, Section> sections;
  private final List<Pipeline> pipelines;
  private final References enabledExtensions;

  private CollectorConfig(MapValue root, List<ConfigProblem> problems) {
    this.root = root;
    this.problems = List.copyOf(problems);
    this.sections = new EnumMap<>(ComponentKind.class);
    for (ComponentKind kind : ComponentKind.values()) {
      sections.put(kind, new Section(kind, root.get(kind.section())));
    }
    this.pipelines = pipelines(root.find("service", "pipelines"));
    this.enabledExtensions = references(root.find("service", "extensions"));
  }

  /**
   * Reads a config.
   *
   * @param document the top node of the text's document, or of the part of it that is the config;
   *     null where nothing stands there
   */
  public static CollectorConfig of(YamlSource source, @Nullable YamlNode document) {
    ValueReader reader = new ValueReader();
    Extent extent = document == null ? new Extent(0, 0) : document.extent();
    MapValue root = reader.readRoot(document, new Place(source, extent));
    return new CollectorConfig(root, reader.problems());
  }

  /**
   * The config that the collector makes of several {@code --config} texts: in later ones maps add
   * to the earlier, everything else replaces it.
   */
  public static CollectorConfig merged(List<CollectorConfig> configs) {
    MapValue root = configs.get(0).root;
    List<ConfigProblem> problems = new ArrayList<>(configs.get(0).problems);
    for (CollectorConfig later : configs.subList(1, configs.size())) {
      root = ValueMerge.merge(root, later.root);
      problems.addAll(later.problems);
    }
    return new CollectorConfig(root, problems);
  }

  /** The whole as a map; empty where the text is none. */
  public MapValue root() {
    return root;
  }

  /** What the collector refuses before it looks at any section. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  /** One of the five sections of components. */
  public Section section(ComponentKind kind) {
    Section section = sections.get(kind);
    if (section == null) {
      throw new IllegalStateException("No section for " + kind);
    }
    return section;
  }

  /** The component with that id, or null. */
  public @Nullable Component component(ComponentKind kind, ComponentId id) {
    return section(kind).get(id);
  }

  /** All pipelines, in order. */
  public List<Pipeline> pipelines() {
    return pipelines;
  }

  /** The pipeline with that id, or null. */
  public @Nullable Pipeline pipeline(ComponentId id) {
    for (Pipeline pipeline : pipelines) {
      if (pipeline.id().equals(id)) {
        return pipeline;
      }
    }
    return null;
  }

  /** {@code service.extensions}. */
  public References enabledExtensions() {
    return enabledExtensions;
  }

  /**
   * Whether a connector with that id is defined; it counts before a receiver or exporter so named.
   */
  public boolean isConnector(ComponentId id) {
    return component(ComponentKind.CONNECTOR, id) != null;
  }

  private static List<Pipeline> pipelines(@Nullable Setting setting) {
    MapValue map = setting == null ? null : setting.value().asMap();
    if (map == null) {
      return List.of();
    }
    LongMap longMap = map.longMap();
    if (longMap != null) {
      return new MappedList<>(longMap.settings(), CollectorConfig::pipeline);
    }
    List<Pipeline> pipelines = new ArrayList<>();
    for (Setting pipeline : map.settings()) {
      pipelines.add(pipeline(pipeline));
    }
    return List.copyOf(pipelines);
  }

  private static Pipeline pipeline(Setting setting) {
    ComponentId id = ComponentId.of(setting.key());
    MapValue body = setting.value().asMap();
    return new Pipeline(
        id,
        Signal.of(id.type()),
        setting,
        references(body == null ? null : body.get("receivers")),
        references(body == null ? null : body.get("processors")),
        references(body == null ? null : body.get("exporters")));
  }

  private static References references(@Nullable Setting setting) {
    List<Reference> items = new ArrayList<>();
    ListValue list = setting == null ? null : setting.value().asList();
    if (list != null) {
      for (Value item : list.items()) {
        String text = item instanceof ScalarValue scalar ? scalar.text() : "";
        items.add(new Reference(ComponentId.of(text), item));
      }
    }
    return new References(setting, items);
  }
}
