package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells configs from other maps and texts by the keys they hold. */
final class ConfigShape {
  /** The kind of the operator's resource. */
  static final String COLLECTOR_RESOURCE = "OpenTelemetryCollector";

  /** Sections that nothing else is likely to have; {@code service} is common in Helm values. */
  private static final Set<String> TELLING =
      Set.of("receivers", "processors", "exporters", "connectors");

  private static final Set<String> SECTIONS =
      Set.of("receivers", "processors", "exporters", "connectors", "extensions", "service");
  private static final LazyPattern SECTION_LINE =
      LazyPattern.of("(?m)^(receivers|processors|exporters|service):");

  private ConfigShape() {}

  /** The {@code kind} of a Kubernetes resource, or null for any other map. */
  static @Nullable String resourceKind(YamlMapping root) {
    YamlEntry kind = root.get("kind");
    return kind != null && root.get("apiVersion") != null && kind.value() instanceof YamlScalar text
        ? text.value()
        : null;
  }

  /** Whether a whole document is a config: nothing but sections, or what no other file has. */
  static boolean isPlain(YamlMapping root) {
    return holdsOnlySections(root) || isConfig(root);
  }

  /** Whether the value of a key somewhere in a file is a config. */
  static boolean isEmbedded(String key, YamlMapping map) {
    return isConfig(map)
        || (key.toLowerCase(Locale.ROOT).endsWith("config")
            && !map.entries().isEmpty()
            && holdsOnlySections(map));
  }

  /** Whether the content of a block scalar is a config, or would be if it were YAML. */
  static boolean isConfigText(LocatedConfig config) {
    if (!config.problems().isEmpty()) {
      return SECTION_LINE.matcher(config.source().text()).results().count() > 1;
    }
    return config.root() instanceof YamlMapping map && isPlain(map) && !map.entries().isEmpty();
  }

  private static boolean isConfig(YamlMapping map) {
    YamlEntry service = map.get("service");
    if (service != null
        && service.value().resolved() instanceof YamlMapping body
        && body.get("pipelines") != null) {
      return true;
    }
    int telling = 0;
    for (YamlEntry entry : map.entries()) {
      if (TELLING.contains(entry.name()) && mayBeSection(entry.value())) {
        telling++;
      }
    }
    return telling > 1;
  }

  private static boolean holdsOnlySections(YamlMapping map) {
    for (YamlEntry entry : map.entries()) {
      if (!SECTIONS.contains(entry.name())) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayBeSection(YamlNode value) {
    return value.resolved() instanceof YamlMapping
        || (value.resolved() instanceof YamlScalar scalar
            && (scalar.isNull() || scalar.value().startsWith("${")));
  }
}
