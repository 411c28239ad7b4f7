package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of one text's nodes. The tree's depth is capped by its parser. Maps in which nothing
 * is lent are read when somebody asks for their settings, each without the others: nothing in them
 * can be a problem.
 */
final class ValueReader {
  /** Values that a walk over one config may meet, aliases counted each time. */
  private static final long MAX_VALUES = 2_000_000;

  static final String DELIMITER = "::";

  private final Map<YamlNode, Value> values = new HashMap<>();
  private final IdentityHashMap<Value, Long> sizes = new IdentityHashMap<>(0);
  private final List<ConfigProblem> problems = new ArrayList<>();

  List<ConfigProblem> problems() {
    return problems;
  }

  /** The document's map; empty, and a problem noted, where it is something else. */
  MapValue readRoot(@Nullable YamlNode root, Place whole) {
    MapValue empty = new MapValue(whole, null, Map.of());
    if (root == null) {
      return empty;
    }
    Value value = read(root);
    if (value instanceof MapValue map) {
      return map;
    }
    if (!value.isNull()) {
      problems.add(
          new ConfigProblem(
              ConfigProblem.Kind.NOT_A_MAP,
              value.place(),
              "A collector configuration is a map, and this is " + value.kind() + "."));
    }
    return empty;
  }

  private Value read(YamlNode written) {
    YamlNode node = written.resolved();
    Value known = values.get(node);
    if (known != null) {
      return known;
    }
    Value value;
    if (node instanceof YamlScalar scalar) {
      value = new ScalarValue(scalar);
    } else if (node instanceof YamlSequence sequence) {
      value = readList(sequence);
    } else {
      YamlMapping mapping = (YamlMapping) node;
      value = mapping.standsAlone() ? new MapValue(mapping) : readMap(mapping);
    }
    if (node.properties().anchor() != null) {
      // Only an anchored node is met a second time.
      values.put(node, value);
    }
    return value;
  }

  private Value readList(YamlSequence sequence) {
    List<Value> items = new ArrayList<>();
    long size = 1;
    for (YamlSequence.Item item : sequence.items()) {
      Value value = read(item.node());
      size += size(value);
      if (size > MAX_VALUES) {
        return tooLarge(sequence);
      }
      items.add(value);
    }
    ListValue list = new ListValue(sequence, items);
    return sequence.standsAlone() ? list : sized(list, size);
  }

  private Value readMap(YamlMapping mapping) {
    Map<String, Setting> settings = settings(mapping);
    for (YamlEntry entry : mapping.entries()) {
      if (entry.isMerge()) {
        for (Setting lent : lent(entry.value())) {
          settings.putIfAbsent(lent.key(), lent);
        }
      }
    }
    long size = 1;
    for (Setting setting : settings.values()) {
      size += size(setting.value());
    }
    return size > MAX_VALUES
        ? tooLarge(mapping)
        : sized(new MapValue(Place.of(mapping), mapping, settings), size);
  }

  /** The settings that a mapping writes itself. */
  Map<String, Setting> settings(YamlMapping mapping) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (YamlEntry entry : mapping.entries()) {
      if (!entry.isMerge()) {
        put(settings, entry.name(), entry, read(entry.value()));
      }
    }
    return settings;
  }

  /** The setting that an entry of a plain key is. */
  Setting setting(YamlEntry entry) {
    return new Setting(entry.name(), entry, read(entry.value()));
  }

  /** Puts a value under its key; {@code a::b} becomes a map under {@code a}, at any depth. */
  private void put(Map<String, Setting> settings, String key, YamlEntry entry, Value value) {
    int delimiter = key.indexOf(DELIMITER);
    if (delimiter < 0) {
      Setting before = settings.get(key);
      Value merged = before == null ? value : ValueMerge.merge(before.value(), value);
      settings.put(key, new Setting(key, entry, merged));
      return;
    }
    String first = key.substring(0, delimiter);
    Map<String, Setting> inner = new LinkedHashMap<>();
    put(inner, key.substring(delimiter + DELIMITER.length()), entry, value);
    MapValue map = new MapValue(Place.of(entry.key()), null, inner);
    Setting before = settings.get(first);
    Value merged = before == null ? map : ValueMerge.merge(before.value(), map);
    settings.put(first, new Setting(first, entry, merged));
  }

  /** What a {@code <<} lends; of several maps the earlier wins. */
  private List<Setting> lent(YamlNode written) {
    Value value = read(written);
    List<Value> maps = value instanceof ListValue list ? list.items() : List.of(value);
    Map<String, Setting> lent = new LinkedHashMap<>();
    for (Value map : maps) {
      if (map instanceof MapValue lender) {
        lender.byKey().forEach(lent::putIfAbsent);
      } else {
        problems.add(
            new ConfigProblem(
                ConfigProblem.Kind.MERGE_KEY,
                Place.of(written),
                "\"<<\" takes a map or a list of maps, and this is " + map.kind() + "."));
      }
    }
    return List.copyOf(lent.values());
  }

  private Value tooLarge(YamlNode node) {
    Place place = Place.of(node);
    problems.add(
        new ConfigProblem(
            ConfigProblem.Kind.EXCESSIVE_ALIASES,
            place,
            "Its aliases multiply to more than " + MAX_VALUES + " values."));
    return new MapValue(place, null, Map.of());
  }

  private Value sized(Value value, long size) {
    sizes.put(value, size);
    return value;
  }

  /** Values in a value, aliased ones each time; of what lends nothing the nodes, keys included. */
  private long size(Value value) {
    Long known = sizes.get(value);
    if (known != null) {
      return known;
    }
    YamlNode node = null;
    if (value instanceof MapValue map) {
      node = map.node();
    } else if (value instanceof ListValue list) {
      node = list.node();
    }
    return node == null ? 1 : node.nodeCount();
  }
}
