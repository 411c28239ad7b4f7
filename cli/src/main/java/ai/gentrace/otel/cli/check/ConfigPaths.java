package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Which keys lead to a place of a config. */
final class ConfigPaths {
  private record Node(Value value, String path) {}

  private record Spot(Extent extent, String path) {}

  private final IdentityHashMap<YamlSource, List<Spot>> spots = new IdentityHashMap<>();

  ConfigPaths(MapValue root) {
    Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> open = new ArrayDeque<>();
    open.add(new Node(root, ""));
    while (!open.isEmpty()) {
      Node node = open.remove();
      if (!seen.add(node.value())) {
        continue;
      }
      if (node.value() instanceof MapValue map) {
        for (Setting setting : map.settings()) {
          String path = join(node.path(), setting.key());
          add(setting.keyPlace(), path);
          add(setting.value().place(), path);
          open.add(new Node(setting.value(), path));
        }
      } else if (node.value() instanceof ListValue list) {
        for (int i = 0; i < list.items().size(); i++) {
          String path = node.path() + "[" + i + "]";
          add(list.items().get(i).place(), path);
          open.add(new Node(list.items().get(i), path));
        }
      }
    }
  }

  private static String join(String path, String key) {
    String written = key.contains(".") ? '"' + key + '"' : key;
    return path.isEmpty() ? written : path + "." + written;
  }

  private void add(Place place, String path) {
    spots
        .computeIfAbsent(place.source(), source -> new ArrayList<>())
        .add(new Spot(place.extent(), path));
  }

  /** The path of the smallest key or value around a place; empty where there is none. */
  String at(Place place) {
    Spot best = null;
    for (Spot spot : spots.getOrDefault(place.source(), List.of())) {
      boolean around =
          spot.extent().start() <= place.extent().start()
              && place.extent().end() <= spot.extent().end();
      if (around && (best == null || spot.extent().length() < best.extent().length())) {
        best = spot;
      }
    }
    return best == null ? "" : best.path();
  }
}
