package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.collector.ComponentKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings that some component types have; read from {@link SettingLines}. */
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
  }

  private record Line(List<String> keys, String type, int since, int until) {}

  private final Map<String, Node> types;

  private SettingSchema(Map<String, Node> types) {
    this.types = types;
  }

  /** Reads them. */
  static SettingSchema bundled() {
    return read(SettingLines.TEXT);
  }

  private static SettingSchema read(String text) {
    Map<String, List<Line>> groups = new LinkedHashMap<>();
    List<Line> group = new ArrayList<>();
    for (int end, start = 0; start < text.length(); start = end + 1) {
      end = text.indexOf('\n', start);
      String line = text.substring(start, end);
      if (line.startsWith("= ")) {
        group = new ArrayList<>();
        groups.put(line.substring(2), group);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        group.add(line(line));
      }
    }
    Map<String, Node> types = new LinkedHashMap<>();
    groups.forEach(
        (name, members) -> {
          Node root = Node.map();
          add(root, members, groups);
          types.put(name, root);
        });
    return new SettingSchema(types);
  }

  private static Line line(String text) {
    List<String> words = List.of(text.split(" ", -1));
    if (words.get(0).equals("+")) {
      return new Line(List.of(), "+" + words.get(1), 0, NEVER);
    }
    List<String> keys = List.of(words.get(0).split("\\.", -1));
    if (words.get(1).equals("+")) {
      return new Line(keys, "+" + words.get(2), 0, NEVER);
    }
    int since = words.indexOf("since");
    int until = words.indexOf("until");
    return new Line(
        keys,
        words.get(1),
        since < 0 ? 0 : Integer.parseInt(words.get(since + 1)),
        until < 0 ? NEVER : Integer.parseInt(words.get(until + 1)));
  }

  private static void add(Node root, List<Line> lines, Map<String, List<Line>> groups) {
    for (Line line : lines) {
      Node node = root;
      boolean taken = line.type().startsWith("+");
      int last = line.keys().size() - (taken ? 0 : 1);
      for (String key : line.keys().subList(0, last)) {
        node = node.children().computeIfAbsent(key, name -> Node.map());
      }
      if (taken) {
        add(node, groups.getOrDefault(line.type().substring(1), List.of()), groups);
      } else {
        node.children()
            .put(
                line.keys().get(last),
                new Node(line.type(), line.since(), line.until(), new LinkedHashMap<>()));
      }
    }
  }

  /** The settings of a component type; empty where they are not judged. */
  Optional<Node> of(ComponentKind kind, String type) {
    String name = kind.noun() + " " + type;
    @Nullable Node node = types.get(OTHER_NAMES.getOrDefault(name, name));
    return Optional.ofNullable(node);
  }
}
