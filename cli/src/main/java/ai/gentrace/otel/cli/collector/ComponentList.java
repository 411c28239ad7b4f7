package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The components of one build, as {@code otelcol components} prints them or a manifest of the
 * collector builder lists them.
 */
public final class ComponentList implements KnownComponents {
  private static final Pattern MODULE = Pattern.compile("(\\S+?)(?:@|\\s+)v([0-9.]+)\\S*");
  private static final String CORE = "go.opentelemetry.io/collector/";
  private static final String CONTRIB =
      "github.com/open-telemetry/opentelemetry-collector-contrib/";

  /** These print no type that also has a deprecated name. */
  private static final Release FIRST_WITHOUT_RENAMED = new Release(0, 146, 0);

  private static final Release FIRST_WITH_RENAMED = new Release(0, 151, 0);

  private final Catalogue catalogue;
  private final String file;
  private final @Nullable Release release;
  private final Map<ComponentKind, Map<String, ComponentType>> types =
      new EnumMap<>(ComponentKind.class);

  /** Kinds in which a module may define any type. */
  private final Set<ComponentKind> open = EnumSet.noneOf(ComponentKind.class);

  private ComponentList(Catalogue catalogue, String file, MapValue root) {
    this.catalogue = catalogue;
    this.file = file;
    boolean manifest = root.get("dist") != null;
    Release found = null;
    for (ComponentKind kind : ComponentKind.values()) {
      Setting setting = root.get(kind.section());
      ListValue list = setting == null ? null : setting.value().asList();
      for (Value item : list == null ? List.<Value>of() : list.items()) {
        MapValue component = item.asMap();
        if (component == null) {
          continue;
        }
        String module = text(component.get(manifest ? "gomod" : "module"));
        Release core = coreRelease(module);
        found = found == null ? core : found;
        if (manifest) {
          addModule(kind, module);
        } else {
          addPrinted(kind, component);
        }
      }
    }
    this.release = found;
  }

  /**
   * Reads such a list.
   *
   * @return null where the file is none: no YAML, or no component in it
   */
  public static @Nullable ComponentList read(YamlSource source, Catalogue catalogue) {
    YamlStream stream = YamlStream.parse(source);
    YamlNode root = stream.documents().isEmpty() ? null : stream.documents().get(0).root();
    if (root == null || !stream.problems().isEmpty()) {
      return null;
    }
    MapValue map =
        new ValueReader().readRoot(root, new Place(source, new Extent(0, source.length())));
    ComponentList list = new ComponentList(catalogue, source.name(), map);
    return list.types.isEmpty() && list.open.isEmpty() ? null : list;
  }

  private void addPrinted(ComponentKind kind, MapValue component) {
    String type = text(component.get("name"));
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    Set<SignalPair> pairs = new HashSet<>();
    Setting stability = component.get("stability");
    MapValue levels = stability == null ? null : stability.value().asMap();
    for (Setting level : levels == null ? List.<Setting>of() : levels.settings()) {
      if (text(level).toLowerCase(Locale.ROOT).equals("undefined")) {
        continue;
      }
      Signal signal = Signal.of(level.key());
      SignalPair pair = pair(level.key());
      if (signal != null) {
        signals.add(signal);
      } else if (pair != null) {
        pairs.add(pair);
      }
    }
    add(
        new ComponentType(
            kind,
            type,
            kind == ComponentKind.CONNECTOR || signals.isEmpty() ? null : signals,
            pairs.isEmpty() ? null : pairs,
            null));
  }

  /** Reads {@code traces-to-metrics}. */
  private static @Nullable SignalPair pair(String text) {
    int middle = text.indexOf("-to-");
    if (middle < 0) {
      return null;
    }
    Signal from = Signal.of(text.substring(0, middle));
    Signal to = Signal.of(text.substring(middle + 4));
    return from == null || to == null ? null : new SignalPair(from, to);
  }

  /** A module's name gives its type away, but for blanks: {@code k8sattributesprocessor}. */
  private void addModule(ComponentKind kind, String module) {
    Matcher matcher = MODULE.matcher(module.strip());
    String path = matcher.matches() ? matcher.group(1) : module.strip();
    String folder = path.substring(path.lastIndexOf('/') + 1);
    boolean found = false;
    if (path.startsWith(CORE) || path.startsWith(CONTRIB)) {
      String bare = letters(folder);
      for (String type : catalogue.types(kind)) {
        String letters = letters(type);
        if (bare.equals(letters) || bare.equals(letters + kind.noun())) {
          ComponentType known = catalogue.type(kind, type);
          if (known != null) {
            add(known);
            found = true;
          }
        }
      }
    }
    if (!found) {
      open.add(kind);
    }
  }

  private static String letters(String text) {
    return text.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private void add(ComponentType type) {
    types.computeIfAbsent(type.kind(), kind -> new HashMap<>()).put(type.type(), type);
  }

  private static String text(@Nullable Setting setting) {
    return setting != null && setting.value() instanceof ScalarValue scalar ? scalar.text() : "";
  }

  private static @Nullable Release coreRelease(String module) {
    Matcher matcher = MODULE.matcher(module.strip());
    Release release = matcher.matches() ? Release.parse(matcher.group(2)) : null;
    return module.strip().startsWith(CORE) && release != null && release.major() == 0
        ? release
        : null;
  }

  /** The release whose modules the build is made of; null where none of them says it. */
  public @Nullable Release release() {
    return release;
  }

  @Override
  public Standing standing(ComponentKind kind, String type) {
    if (type(kind, type) != null) {
      return Standing.PRESENT;
    }
    if (open.contains(kind)) {
      return Standing.OPEN;
    }
    boolean unprinted =
        release != null
            && release.isAtLeast(FIRST_WITHOUT_RENAMED)
            && !release.isAtLeast(FIRST_WITH_RENAMED)
            && isRenamed(kind, type);
    return unprinted ? Standing.OPEN : Standing.ABSENT;
  }

  private boolean isRenamed(ComponentKind kind, String type) {
    ComponentType known = catalogue.type(kind, type);
    return known != null
        && (known.aliasOf() != null
            || catalogue.types(kind).stream()
                .map(other -> catalogue.type(kind, other))
                .anyMatch(other -> other != null && type.equals(other.aliasOf())));
  }

  @Override
  public Set<String> types(ComponentKind kind) {
    return types.getOrDefault(kind, Map.of()).keySet();
  }

  /** Also by a deprecated name of a type that is listed: {@code components} prints none of them. */
  @Override
  public @Nullable ComponentType type(ComponentKind kind, String type) {
    Map<String, ComponentType> listed = types.getOrDefault(kind, Map.of());
    ComponentType found = listed.get(type);
    ComponentType known = found == null ? catalogue.type(kind, type) : null;
    String name = known == null ? null : known.aliasOf();
    return name == null ? found : listed.get(name);
  }

  @Override
  public String title() {
    return "the collector of " + file;
  }

  @Override
  public @Nullable String renamed(ComponentKind kind, String type) {
    ComponentType known = catalogue.type(kind, type);
    String name = known == null ? null : known.aliasOf();
    return name != null && types.getOrDefault(kind, Map.of()).containsKey(name) ? name : null;
  }
}
