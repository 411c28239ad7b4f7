package ai.gentrace.otel.it.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * What becomes of a config when one thing in it is wrong. Settings inside components stay as they
 * are: most of them are their component's own business.
 */
final class Mutations {
  private static final List<String> PIPELINES = List.of("service", "pipelines");

  private final String base;
  private final String text;
  private final List<Sample> samples = new ArrayList<>();

  private Mutations(String base, String text) {
    this.base = base;
    this.text = text;
  }

  /** Returns all mutations of a config, and the config itself. */
  static List<Sample> of(String base, String text) {
    Mutations mutations = new Mutations(base, text);
    Map<?, ?> root = (Map<?, ?>) mutations.load();
    mutations.samples.add(Sample.of(base, text));
    mutations.map(List.of(), root);
    mutations.duplicateKeys();
    return List.copyOf(mutations.samples);
  }

  private Object load() {
    return new Yaml().load(text);
  }

  private void map(List<String> path, Map<?, ?> map) {
    for (Object key : List.copyOf(map.keySet())) {
      List<String> here = append(path, key.toString());
      Object value = map.get(key);
      entry(here);
      if (isOpen(here) && value instanceof Map<?, ?> child) {
        map(here, child);
      } else if (value instanceof List<?> list) {
        list(here, list);
      }
    }
  }

  /** Whether what is inside is the collector's own, not a component's. */
  private static boolean isOpen(List<String> path) {
    return path.size() == 1
        || path.equals(PIPELINES)
        || (path.size() == 3 && path.subList(0, 2).equals(PIPELINES));
  }

  private void entry(List<String> path) {
    edit(path, "dropped", map -> without(map, path));
    value(path, "null", null);
    value(path, "a string", "x");
    value(path, "a number", 7);
    value(path, "a list", List.of("x"));
    value(path, "an empty map", Map.of());
    String key = path.get(path.size() - 1);
    List<String> names = new ArrayList<>(List.of(key + "x", key.toUpperCase(Locale.ROOT)));
    boolean component = path.size() == 2 && !path.get(0).equals("service");
    boolean pipeline = path.size() == 3;
    if (component || pipeline) {
      value(path, "an unknown setting", Map.of("no_such_setting", 1));
      String type = key.replaceAll("/.*", "");
      names.addAll(
          List.of(
              key + "/",
              key + "/a/b",
              key + "/a b",
              " " + key,
              type + " / x",
              "/x",
              "1" + key,
              type + "-x",
              type + ".x",
              "",
              type + "/x"));
    }
    if (pipeline) {
      String name = key.replaceAll("^[a-z]*", "");
      for (String signal : List.of("traces", "metrics", "logs", "profiles", "spans", "trace")) {
        names.add(signal + name);
      }
    }
    for (String name : names) {
      if (!name.equals(key)) {
        edit(path, "named `" + name + "`", map -> renamed(map, path, name));
      }
    }
  }

  private void value(List<String> path, String what, @Nullable Object value) {
    edit(
        path,
        "is " + what,
        map -> {
          Map<Object, Object> changed = new LinkedHashMap<>(map);
          changed.put(path.get(path.size() - 1), value);
          return changed;
        });
  }

  private void list(List<String> path, List<?> items) {
    for (int i = 0; i < items.size(); i++) {
      int at = i;
      Object item = items.get(i);
      String what = "item `" + item + "` ";
      items(path, what + "dropped", list -> list.remove(at));
      items(path, what + "twice", list -> list.add(item));
      items(path, what + "not defined", list -> list.set(at, item + "/none"));
      items(path, what + "a map", list -> list.set(at, Map.of(item, Map.of())));
      items(path, what + "null", list -> list.set(at, null));
      items(path, what + "empty", list -> list.set(at, ""));
      items(path, what + "in blanks", list -> list.set(at, " " + item + " "));
      items(path, what + "a number", list -> list.set(at, 1));
      items(path, what + "no id", list -> list.set(at, item + "/"));
    }
    if (path.size() == 4) {
      Map<?, ?> root = (Map<?, ?>) load();
      for (String section : List.of("receivers", "processors", "exporters", "connectors")) {
        if (root.get(section) instanceof Map<?, ?> components) {
          for (Object id : components.keySet()) {
            items(path, "with the " + section + "' `" + id + "`", list -> list.add(id));
          }
        }
      }
    }
  }

  private void items(List<String> path, String what, Consumer<List<Object>> edit) {
    edit(
        path,
        what,
        map -> {
          Map<Object, Object> changed = new LinkedHashMap<>(map);
          String key = path.get(path.size() - 1);
          List<Object> list = new ArrayList<>((List<?>) changed.get(key));
          edit.accept(list);
          changed.put(key, list);
          return changed;
        });
  }

  /** Changes the map that holds the path's last key. */
  private void edit(List<String> path, String what, UnaryOperator<Map<Object, Object>> edit) {
    Object changed = replaced((Map<?, ?>) load(), path, 0, edit);
    samples.add(Sample.of(base + ": " + String.join(".", path) + " " + what, dump(changed)));
  }

  private static Map<Object, Object> replaced(
      Map<?, ?> map, List<String> path, int depth, UnaryOperator<Map<Object, Object>> edit) {
    Map<Object, Object> copy = new LinkedHashMap<>(map);
    if (depth == path.size() - 1) {
      return edit.apply(copy);
    }
    copy.put(
        path.get(depth), replaced((Map<?, ?>) map.get(path.get(depth)), path, depth + 1, edit));
    return copy;
  }

  private static Map<Object, Object> without(Map<Object, Object> map, List<String> path) {
    Map<Object, Object> copy = new LinkedHashMap<>(map);
    copy.remove(path.get(path.size() - 1));
    return copy;
  }

  private static Map<Object, Object> renamed(
      Map<Object, Object> map, List<String> path, String name) {
    Map<Object, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> copy.put(key.equals(path.get(path.size() - 1)) ? name : key, value));
    return copy;
  }

  /** A key twice in one map, which only the text can have. */
  private void duplicateKeys() {
    List<String> lines = dump(load()).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String key = lines.get(i).replaceFirst("^( *[^ -][^:]*:).*", "$1");
      if (key.endsWith(":")) {
        List<String> changed = new ArrayList<>(lines);
        changed.add(i, key + " {}");
        samples.add(
            Sample.of(
                base + ": line " + (i + 1) + " `" + key.strip() + "` twice",
                String.join("\n", changed) + "\n"));
      }
    }
  }

  private static String dump(Object tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    return new Yaml(options).dump(tree);
  }

  private static List<String> append(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return List.copyOf(longer);
  }
}
