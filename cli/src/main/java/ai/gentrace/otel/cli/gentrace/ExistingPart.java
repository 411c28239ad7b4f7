package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry of a file that stands under an id of ours.
 *
 * @param template the part that it differs from least, of all templates ever released
 * @param differences from it; empty if it is just what a template inserts
 */
record ExistingPart(Setting setting, TemplatePart template, List<Difference> differences) {
  ExistingPart {
    differences = List.copyOf(differences);
  }

  PartRole role() {
    return template.role();
  }

  ComponentId id() {
    return ComponentId.of(setting.key());
  }

  /** All of a config, in the templates' order of sections. */
  static List<ExistingPart> in(CollectorConfig config, List<Template> templates) {
    Map<String, ExistingPart> found = new LinkedHashMap<>();
    for (Template template : templates) {
      for (TemplatePart part : template.parts()) {
        Setting setting = config.root().find(part.section(), part.setting().key());
        if (setting == null) {
          continue;
        }
        ExistingPart existing =
            new ExistingPart(setting, part, PartComparison.compare(part, setting));
        String key = String.join(".", part.section()) + "." + part.setting().key();
        ExistingPart before = found.get(key);
        if (before == null || existing.differences.size() < before.differences.size()) {
          found.put(key, existing);
        }
      }
    }
    List<ExistingPart> parts = new ArrayList<>(found.values());
    parts.sort(Comparator.comparing(ExistingPart::role));
    return List.copyOf(parts);
  }
}
