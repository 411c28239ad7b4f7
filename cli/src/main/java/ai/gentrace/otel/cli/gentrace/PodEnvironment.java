package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a Kubernetes file gives the collector's pod its environment variables: {@code extraEnvs} in
 * values of the collector's chart, {@code env} in the operator's resource and in charts that pass
 * it on.
 *
 * @param list the path to the list, which need not be there yet; null where the file has no such
 *     place, as a ConfigMap and a plain config have not
 */
public record PodEnvironment(LocatedConfig config, @Nullable YamlPath list) {
  private static final List<String> LISTS = List.of("extraEnvs", "extraEnv", "env", "envs");
  private static final List<String> SOURCES = List.of("extraEnvsFrom", "extraEnvFrom", "envFrom");

  /** The place for a config. */
  public static PodEnvironment of(LocatedConfig config) {
    return new PodEnvironment(
        config,
        switch (config.kind()) {
          case PLAIN, CONFIG_MAP -> null;
          case RESOURCE_V1BETA1, RESOURCE_V1ALPHA1 -> YamlPath.of("spec", "env");
          case HELM_VALUES -> helm(config);
        });
  }

  /** Whether the file has a place for it. */
  public boolean exists() {
    return list != null;
  }

  /** Where the file sets a variable, or null. */
  public @Nullable Place setAt(String variable) {
    for (YamlSequence.Item item : items()) {
      if (item.node().resolved() instanceof YamlMapping map && variable.equals(text(map, "name"))) {
        return new Place(config.file().source(), item.node().extent());
      }
    }
    return null;
  }

  /** Whether the pod takes all variables of some ConfigMap or Secret, so that any may be set. */
  public boolean takesOthers() {
    YamlMapping around = list == null ? null : map(list.parent());
    return around != null
        && SOURCES.stream()
            .map(around::get)
            .anyMatch(
                entry ->
                    entry != null
                        && entry.value().resolved() instanceof YamlSequence sources
                        && !sources.items().isEmpty());
  }

  /** The list's items; none where it is missing or no list. */
  List<YamlSequence.Item> items() {
    YamlSequence sequence = sequence();
    return sequence == null ? List.of() : sequence.items();
  }

  /** Whether an entry would be written in braces, where no comment can mark it. */
  public boolean isFlow() {
    YamlSequence sequence = sequence();
    YamlMapping around = list == null ? null : map(list.parent());
    return (sequence != null && sequence.flow() && !sequence.items().isEmpty())
        || (around != null && around.flow());
  }

  /** Whether the file sets any variable there. */
  public boolean isUsed() {
    return !items().isEmpty();
  }

  private @Nullable YamlSequence sequence() {
    if (list == null || !(list.last() instanceof YamlPath.Key key)) {
      return null;
    }
    YamlMapping around = map(list.parent());
    YamlEntry entry = around == null ? null : around.get(key.name());
    return entry != null && entry.value().resolved() instanceof YamlSequence sequence
        ? sequence
        : null;
  }

  private @Nullable YamlMapping map(YamlPath path) {
    YamlNode node = config.file().documents().get(config.document()).root();
    for (YamlPath.Step step : path.steps()) {
      node = child(node, step);
    }
    return node instanceof YamlMapping map ? map : null;
  }

  private static @Nullable YamlNode child(@Nullable YamlNode node, YamlPath.Step step) {
    if (step instanceof YamlPath.Key key && node instanceof YamlMapping map) {
      YamlEntry entry = map.get(key.name());
      return entry == null ? null : entry.value();
    }
    if (step instanceof YamlPath.Index item
        && node instanceof YamlSequence sequence
        && item.index() < sequence.items().size()) {
      return sequence.items().get(item.index()).node();
    }
    return null;
  }

  /** The nearest list that is there, from the config outwards; else one beside the config. */
  private static YamlPath helm(LocatedConfig config) {
    List<YamlMapping> around = new ArrayList<>();
    YamlNode node = config.file().documents().get(config.document()).root();
    for (YamlPath.Step step : config.path().steps()) {
      if (node instanceof YamlMapping map) {
        around.add(map);
      }
      node = child(node, step);
    }
    for (int depth = around.size() - 1; depth >= 0; depth--) {
      for (String key : LISTS) {
        YamlEntry entry = around.get(depth).get(key);
        if (entry != null && mayBeList(entry.value())) {
          return config.path().first(depth).key(key);
        }
      }
    }
    return config.path().parent().key(isOperators(config.path()) ? "env" : "extraEnvs");
  }

  /** The chart that makes the operator's resources of its values passes {@code env} on. */
  private static boolean isOperators(YamlPath path) {
    int length = path.steps().size();
    return (length > 2 && path.steps().get(length - 3).equals(new YamlPath.Key("collectors")))
        || (length > 1 && path.steps().get(length - 2).equals(new YamlPath.Key("defaultCRConfig")));
  }

  private static boolean mayBeList(YamlNode value) {
    return value instanceof YamlSequence || (value instanceof YamlScalar none && none.isNull());
  }

  private static @Nullable String text(YamlMapping map, String key) {
    YamlEntry entry = map.get(key);
    return entry != null && entry.value().resolved() instanceof YamlScalar scalar
        ? scalar.value()
        : null;
  }
}
