package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.collector.ComponentKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings that some component types have. The facts and their source stand in {@code
 * src/main/tables/settings.txt}.
 */
final class SettingSchema {
  /** Minor of a release that is older, or newer, than all. */
  private static final int NEVER = Integer.MAX_VALUE;

  /** Types with two names share their settings. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("exporter otlphttp", "exporter otlp_http", "exporter otlp", "exporter otlp_grpc");

  /**
   * A setting.
   *
   * @param type as written there; empty for a map of settings
   * @param since minor of the first release with it; 0 where not known
   * @param until minor of the first release without it; {@link Integer#MAX_VALUE} for none
   * @param children of a map, by key
   */
  record Node(String type, int since, int until, Map<String, Node> children) {
    private static Node map() {
      return new Node("", 0, NEVER, new LinkedHashMap<>());
    }

    /** A map of settings below this one, which is there afterwards. */
    private Node child(String key) {
      Node child = children.get(key);
      if (child == null) {
        child = map();
        children.put(key, child);
      }
      return child;
    }
  }

  private final List<String> lines;

  /** Index of the first line of each type and group. */
  private final Map<String, Integer> starts = new HashMap<>();

  /** Taken apart where somebody asks: most configs hold few of them. */
  private final Map<String, Node> types = new ConcurrentHashMap<>();

  private SettingSchema(List<String> lines) {
    this.lines = lines;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("= ")) {
        starts.put(lines.get(i).substring(2), i + 1);
      }
    }
  }

  /** Those that are part of the program. */
  static SettingSchema bundled() {
    return new SettingSchema(Arrays.asList(SettingLines.LINES));
  }

  /** The settings of a component type; null where they are not judged. */
  @Nullable Node of(ComponentKind kind, String type) {
    String typed = kind.noun() + " " + type;
    String name = OTHER_NAMES.getOrDefault(typed, typed);
    if (!starts.containsKey(name)) {
      return null;
    }
    Node known = types.get(name);
    if (known == null) {
      known = Node.map();
      addGroup(known, name);
      types.put(name, known);
    }
    return known;
  }

  private void addGroup(Node root, String group) {
    Integer start = starts.get(group);
    if (start == null) {
      throw new IllegalStateException("No group of settings: " + group);
    }
    for (int i = start; i < lines.size() && !lines.get(i).startsWith("= "); i++) {
      addLine(root, lines.get(i));
    }
  }

  private void addLine(Node root, String line) {
    String[] words = line.split(" ", -1);
    if (words[0].equals("+")) {
      addGroup(root, words[1]);
      return;
    }
    Node parent = root;
    String[] keys = words[0].split("\\.", -1);
    for (int i = 0; i < keys.length - 1; i++) {
      parent = parent.child(keys[i]);
    }
    String key = keys[keys.length - 1];
    if (words[1].equals("+")) {
      addGroup(parent.child(key), words[2]);
      return;
    }
    int since = 0;
    int until = NEVER;
    for (int i = 2; i < words.length; i += 2) {
      if (words[i].equals("since")) {
        since = Integer.parseInt(words[i + 1]);
      } else {
        until = Integer.parseInt(words[i + 1]);
      }
    }
    parent.children().put(key, new Node(words[1], since, until, new LinkedHashMap<>()));
  }
}
