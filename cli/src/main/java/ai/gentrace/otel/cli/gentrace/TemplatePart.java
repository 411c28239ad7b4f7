package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.yaml.edit.NewEntry;
import ai.gentrace.otel.cli.yaml.edit.NewItem;
import ai.gentrace.otel.cli.yaml.edit.NewMapping;
import ai.gentrace.otel.cli.yaml.edit.NewNode;
import ai.gentrace.otel.cli.yaml.edit.NewScalar;
import ai.gentrace.otel.cli.yaml.edit.NewSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of a template, with its comments.
 *
 * @param section the keys to the map that holds it
 * @param setting its key and body in the template
 */
record TemplatePart(PartRole role, List<String> section, Setting setting) {
  TemplatePart {
    section = List.copyOf(section);
  }

  ComponentId id() {
    return ComponentId.of(setting.key());
  }

  /** The entry as the template has it. */
  NewEntry entry() {
    return NewEntry.of(setting.keyPlace().source(), setting.entry());
  }

  /** The entry with a config's own values filled in. */
  NewEntry entry(PartValues values) {
    NewEntry entry = entry();
    if (!(entry.value() instanceof NewMapping body)) {
      return entry;
    }
    return switch (role) {
      case GATE, WALL -> entry;
      case EXPORTER ->
          entry.withValue(
              with(
                  with(body, NewScalar.string(values.endpoint().tracesUrl()), "traces_endpoint"),
                  new NewScalar(
                      PartValues.authorization(values.keyVariable()),
                      NewScalar.Style.SINGLE_QUOTED),
                  "headers",
                  "Authorization"));
      case PIPELINE ->
          entry.withValue(
              with(
                  with(
                      with(body, list(values.receivers()), "receivers"),
                      list(processors(body, values)),
                      "processors"),
                  list(List.of(values.exporter())),
                  "exporters"));
    };
  }

  /** The template's own processors with the config's around them: the gate is the first. */
  private static List<ComponentId> processors(NewMapping body, PartValues values) {
    List<ComponentId> ids = new ArrayList<>(values.before());
    NewEntry entry = body.get("processors");
    if (entry != null && entry.value() instanceof NewSequence own) {
      for (NewItem item : own.items()) {
        if (item.node() instanceof NewScalar scalar) {
          ids.add(ComponentId.of(scalar.text()));
        }
        if (ids.size() == values.before().size() + 1) {
          ids.addAll(values.copied());
        }
      }
    }
    return ids;
  }

  private static NewNode list(List<ComponentId> ids) {
    return NewSequence.ofStrings(ids.stream().map(ComponentId::toString).toList());
  }

  private static NewMapping with(NewMapping map, NewNode value, String key) {
    return map.with(key, value);
  }

  private static NewMapping with(NewMapping map, NewNode value, String key, String inner) {
    NewEntry entry = map.get(key);
    return entry != null && entry.value() instanceof NewMapping child
        ? map.with(key, child.with(inner, value))
        : map;
  }
}
