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
import java.util.Map;
import java.util.Set;

/** Which keys lead to a place of a config. */
final class ConfigPaths {
  private record Node(Value value, String path) {}

  private record Spot(Extent extent, String path) implements Comparable<Spot> {
    /** By the order of the text, the outer before the inner. */
    @Override
    public int compareTo(Spot other) {
      int starts = Integer.compare(extent.start(), other.extent.start());
      return starts != 0 ? starts : Integer.compare(other.extent.end(), extent.end());
    }
  }

  private final IdentityHashMap<YamlSource, Nest> nests = new IdentityHashMap<>();

  ConfigPaths(MapValue root) {
    IdentityHashMap<YamlSource, List<Spot>> spots = new IdentityHashMap<>();
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
          add(spots, setting.keyPlace(), path);
          add(spots, setting.value().place(), path);
          open.add(new Node(setting.value(), path));
        }
      } else if (node.value() instanceof ListValue list) {
        for (int i = 0; i < list.items().size(); i++) {
          String path = node.path() + "[" + i + "]";
          add(spots, list.items().get(i).place(), path);
          open.add(new Node(list.items().get(i), path));
        }
      }
    }
    for (Map.Entry<YamlSource, List<Spot>> each : spots.entrySet()) {
      nests.put(each.getKey(), Nest.of(each.getValue()));
    }
  }

  private static String join(String path, String key) {
    String written = key.contains(".") ? '"' + key + '"' : key;
    return path.isEmpty() ? written : path + "." + written;
  }

  private static void add(IdentityHashMap<YamlSource, List<Spot>> spots, Place place, String path) {
    List<Spot> those = spots.get(place.source());
    if (those == null) {
      those = new ArrayList<>();
      spots.put(place.source(), those);
    }
    those.add(new Spot(place.extent(), path));
  }

  /** The path of the smallest key or value around a place; empty where there is none. */
  String at(Place place) {
    Nest nest = nests.get(place.source());
    return nest == null ? "" : nest.around(place.extent());
  }

  /**
   * Spots of one text, each in the smallest one around it: keys and values never overlap otherwise.
   *
   * @param spots in the order of the text, the outer before the inner, no two with one extent
   * @param outer for each spot the index of the one around it, or -1
   */
  private record Nest(List<Spot> spots, List<Integer> outer) {
    static Nest of(List<Spot> unordered) {
      List<Spot> spots = new ArrayList<>();
      List<Integer> outer = new ArrayList<>();
      List<Spot> ordered = new ArrayList<>(unordered);
      Collections.sort(ordered);
      for (Spot spot : ordered) {
        int around = spots.size() - 1;
        while (around >= 0 && !contains(spots.get(around), spot.extent())) {
          around = outer.get(around);
        }
        // Of several ways to one extent, as aliases make them, the first counts.
        if (around < 0 || !spots.get(around).extent().equals(spot.extent())) {
          spots.add(spot);
          outer.add(around);
        }
      }
      return new Nest(spots, outer);
    }

    String around(Extent extent) {
      int found = Collections.binarySearch(spots, new Spot(extent, ""));
      int index = found >= 0 ? found : -found - 2;
      while (index >= 0 && !contains(spots.get(index), extent)) {
        index = outer.get(index);
      }
      return index < 0 ? "" : spots.get(index).path();
    }

    private static boolean contains(Spot spot, Extent extent) {
      return spot.extent().start() <= extent.start() && extent.end() <= spot.extent().end();
    }
  }
}
