package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Severity;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the text format writes for a component: its id, and what is to be said about it. */
final class TextCells {
  private static final int MOST_NAMES = 3;

  /**
   * A piece of a line.
   *
   * @param shown with colours
   * @param width in columns, without them
   */
  record Cell(String shown, int width) {}

  private final TextFormat format;
  private final Map<String, Set<String>> targets = new HashMap<>();
  private final Map<String, Set<String>> sources = new HashMap<>();
  private final Set<String> circling = new LinkedHashSet<>();

  TextCells(Diagram diagram, TextFormat format) {
    this.format = format;
    Map<String, String> laneOf = new HashMap<>();
    for (Lane lane : diagram.lanes()) {
      lane.nodes().forEach(node -> laneOf.put(node.id(), format.shown(lane.label())));
    }
    for (Edge edge : diagram.edges()) {
      if (edge.connector()) {
        add(targets, edge.from(), laneOf.getOrDefault(edge.to(), ""));
        add(sources, edge.to(), laneOf.getOrDefault(edge.from(), ""));
        if (edge.cycle()) {
          circling.add(edge.from());
        }
      }
    }
  }

  Cell of(Node node) {
    String plain = format.shown(node.label());
    StringBuilder shown = new StringBuilder(node.gentrace() ? format.gentrace(plain) : plain);
    StringBuilder width = new StringBuilder(plain);
    if (!node.defined()) {
      append(shown, width, Severity.ERROR, " (not defined)");
    }
    for (Note note : node.notes()) {
      append(shown, width, note.level(), " " + format.mark(note.level()) + note.rule());
    }
    String way = way(node);
    shown.append(format.dim(way));
    width.append(way);
    if (circling.contains(node.id())) {
      append(shown, width, Severity.ERROR, " (cycle)");
    }
    return new Cell(shown.toString(), Labels.width(width.toString()));
  }

  Cell none(String what) {
    String text = "(no " + what + ")";
    return new Cell(format.level(Severity.ERROR, text), text.length());
  }

  private void append(StringBuilder shown, StringBuilder plain, Severity level, String text) {
    shown.append(format.level(level, text));
    plain.append(text);
  }

  /** Where a connector hands on to, or takes from. */
  private String way(Node node) {
    Set<String> to = targets.get(node.id());
    if (to != null) {
      return " " + format.handOver() + " " + names(to);
    }
    Set<String> from = sources.get(node.id());
    return from == null ? "" : " (from " + names(from) + ")";
  }

  private static String names(Set<String> lanes) {
    List<String> first = lanes.stream().limit(MOST_NAMES).collect(Collectors.toList());
    if (lanes.size() > MOST_NAMES) {
      first.add((lanes.size() - MOST_NAMES) + " more");
    }
    return String.join(", ", first);
  }

  private static void add(Map<String, Set<String>> map, String key, String value) {
    map.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(value);
  }
}
