package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says why a file without any config has none. */
final class NoConfig {
  private static final Pattern SECTION =
      Pattern.compile("(?m)^\\s*(receivers|processors|exporters|service)\\s*:");

  private NoConfig() {}

  /** One sentence; null for a file of one empty document, which may become a config. */
  static @Nullable String why(YamlStream file) {
    List<String> texts = new ArrayList<>();
    for (YamlDocument document : file.documents()) {
      YamlNode root = document.root();
      if (root instanceof YamlMapping map) {
        collectTexts(map, YamlPath.ROOT, texts);
        String resource = ConfigShape.resourceKind(map);
        if (resource != null && resource.endsWith("List")) {
          return "The file is a "
              + resource
              + " of resources; give each resource as a document of its own.";
        }
      }
    }
    if (file.documents().isEmpty() || file.documents().get(0).root() == null) {
      if (file.documents().size() <= 1) {
        return null;
      }
      return "The first document of the file is empty, and the collector reads no other.";
    }
    if (!texts.isEmpty()) {
      return "The config at "
          + String.join(", ", texts)
          + " is a text that cannot be edited in place; only the block scalar (|) of a ConfigMap or"
          + " an OpenTelemetryCollector can.";
    }
    return "There is no collector config in the file.";
  }

  private static void collectTexts(YamlMapping map, YamlPath path, List<String> texts) {
    for (YamlEntry entry : map.entries()) {
      YamlPath here = path.key(entry.name());
      if (entry.value() instanceof YamlMapping child) {
        collectTexts(child, here, texts);
      } else if (entry.value() instanceof YamlScalar scalar
          && SECTION.matcher(scalar.value()).results().count() > 1) {
        texts.add(here.toString());
      }
    }
  }
}
