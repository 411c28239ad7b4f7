package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The Gentrace parts of one variant, as one release of this tool inserts them.
 *
 * @param parts in the order in which they are inserted
 */
record Template(Variant variant, List<TemplatePart> parts) {
  Template {
    parts = List.copyOf(parts);
  }

  /**
   * Reads a template.
   *
   * @param name of the file, for errors
   * @throws IllegalArgumentException if it is no YAML
   */
  static Template read(Variant variant, String name, String text) {
    YamlStream stream = YamlStream.parse(YamlSource.ofText(name, text));
    if (!stream.problems().isEmpty() || stream.documents().size() != 1) {
      throw new IllegalArgumentException("Not a template: " + name);
    }
    MapValue root = CollectorConfig.of(stream.source(), stream.documents().get(0).root()).root();
    List<TemplatePart> parts = new ArrayList<>();
    collect(root, List.of("processors"), parts);
    collect(root, List.of("exporters"), parts);
    collect(root, List.of("service", "pipelines"), parts);
    return new Template(variant, parts);
  }

  private static void collect(MapValue root, List<String> section, List<TemplatePart> parts) {
    MapValue map = root;
    for (String key : section) {
      Setting next = map == null ? null : map.get(key);
      map = next == null ? null : next.value().asMap();
    }
    if (map == null) {
      return;
    }
    for (Setting setting : map.settings()) {
      parts.add(new TemplatePart(role(section.get(0), setting.key()), section, setting));
    }
  }

  private static PartRole role(String section, String key) {
    return switch (section) {
      case "exporters" -> PartRole.EXPORTER;
      case "service" -> PartRole.PIPELINE;
      default -> key.startsWith("filter/") ? PartRole.GATE : PartRole.WALL;
    };
  }

  TemplatePart part(PartRole role) {
    for (TemplatePart part : parts) {
      if (part.role() == role) {
        return part;
      }
    }
    throw new IllegalStateException("The template has no " + role);
  }
}
