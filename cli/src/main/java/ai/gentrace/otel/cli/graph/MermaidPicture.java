package ai.gentrace.otel.cli.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The picture as a Mermaid flowchart. Nothing of the config stands in it but in quoted labels, and
 * there only letters, digits and a few signs as they are; all else as entity codes, which Mermaid
 * turns back (its documentation, "Entity codes to escape characters").
 */
public final class MermaidPicture {
  /** Mermaid's {@code maxEdges}, which a diagram cannot raise itself. */
  private static final int MOST_LINKS = 500;

  /** Mermaid's {@code maxTextSize}, likewise. */
  private static final int MOST_CHARACTERS = 50_000;

  private final Drawing drawing;
  private final boolean together;
  private final Map<Integer, Node> boxOfLast = new HashMap<>();
  private final Set<Integer> boxes = new HashSet<>();

  private MermaidPicture(Drawing drawing) {
    this.drawing = drawing;
    this.together = drawing.links().size() > MOST_LINKS;
    for (Lane lane : drawing.lanes()) {
      boxOfLast.put(lane.last().number(), lane.first());
      boxes.add(lane.first().number());
    }
    drawing.unused().forEach(node -> boxes.add(node.number()));
  }

  /** The flowchart. A large one shows the processors of a pipeline as one box, to save arrows. */
  public static String render(Drawing drawing) {
    return new MermaidPicture(drawing).render();
  }

  /** What may keep a rendered flowchart from being shown, as one sentence. */
  public static Optional<String> caveat(Drawing drawing, String flowchart) {
    long links = new MermaidPicture(drawing).links().size();
    if (links <= MOST_LINKS && flowchart.length() <= MOST_CHARACTERS) {
      return Optional.empty();
    }
    return Optional.of(
        "Mermaid shows at most %d arrows and %d characters unless its host allows more; this flowchart has %d and %d"
            .formatted(MOST_LINKS, MOST_CHARACTERS, links, flowchart.length()));
  }

  private String render() {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    drawing.ends().forEach(node -> text.append("  ").append(box(node)).append('\n'));
    for (Lane lane : drawing.lanes()) {
      group(lane.key(), NodeText.of(lane), boxes(lane), text);
    }
    group("extensions", "extensions", boxes(drawing.extensions()), text);
    group("unused", "in no pipeline", boxes(drawing.unused()), text);
    links().forEach(link -> text.append("  ").append(link).append('\n'));
    styles(text);
    return text.toString();
  }

  private List<String> boxes(Lane lane) {
    if (!together) {
      return boxes(lane.processors());
    }
    String chain =
        lane.processors().stream().map(NodeText::of).collect(Collectors.joining(" \u2192 "));
    return List.of(lane.first().key() + "[\"" + escape(chain) + "\"]");
  }

  private static List<String> boxes(List<Node> nodes) {
    return nodes.stream().map(MermaidPicture::box).toList();
  }

  private static void group(String key, String label, List<String> boxes, StringBuilder to) {
    if (boxes.isEmpty()) {
      return;
    }
    to.append("  subgraph ").append(key).append("[\"").append(escape(label)).append("\"]\n");
    to.append("    direction LR\n");
    boxes.forEach(box -> to.append("    ").append(box).append('\n'));
    to.append("  end\n");
  }

  private static String box(Node node) {
    String label = "\"" + escape(NodeText.of(node)) + "\"";
    return node.key()
        + switch (node.role()) {
          case RECEIVER, EXPORTER -> "([" + label + "])";
          case CONNECTOR -> "{{" + label + "}}";
          case PROCESSOR, EXTENSION -> "[" + label + "]";
        };
  }

  private List<String> links() {
    List<String> links = new ArrayList<>();
    for (Link link : drawing.links()) {
      boolean inside = link.from().role() == Role.PROCESSOR && link.to().role() == Role.PROCESSOR;
      if (together && inside) {
        continue;
      }
      String arrow = link.gentrace() ? " ==> " : " --> ";
      if (link.cyclic()) {
        arrow = link.gentrace() ? " == in a circle ==> " : " -. in a circle .-> ";
      }
      links.add(from(link) + arrow + link.to().key());
    }
    return links;
  }

  /** The box that stands for the pipeline has the name of its first processor. */
  private String from(Link link) {
    Node from = link.from();
    return together ? boxOfLast.getOrDefault(from.number(), from).key() : from.key();
  }

  private void styles(StringBuilder to) {
    to.append("  classDef gentrace stroke:#c2255c,stroke-width:3px\n");
    to.append("  classDef broken stroke:#e03131,stroke-width:2px,stroke-dasharray:5 3\n");
    to.append("  classDef open stroke-dasharray:2 3\n");
    List<String> lanes = drawing.lanes().stream().filter(Lane::gentrace).map(Lane::key).toList();
    List<String> gentrace = new ArrayList<>(lanes);
    gentrace.addAll(keys(node -> node.gentrace() && node.look() != Look.BROKEN));
    style("gentrace", gentrace, to);
    style("broken", keys(node -> node.look() == Look.BROKEN), to);
    style("open", keys(node -> node.look() == Look.OPEN || node.look() == Look.EMPTY), to);
  }

  private List<String> keys(Predicate<Node> wanted) {
    return drawing.nodes().stream()
        .filter(wanted)
        .filter(node -> !together || node.role() != Role.PROCESSOR || boxes.contains(node.number()))
        .map(Node::key)
        .toList();
  }

  private static void style(String name, List<String> keys, StringBuilder to) {
    if (!keys.isEmpty()) {
      to.append("  class ").append(String.join(",", keys)).append(' ').append(name).append('\n');
    }
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isPlain(c)) {
                escaped.append((char) c);
              } else {
                escaped.append('#').append(c).append(';');
              }
            });
    return escaped.toString();
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == ' '
        || c == '/'
        || c == '('
        || c == ')'
        || c == ',';
  }
}
