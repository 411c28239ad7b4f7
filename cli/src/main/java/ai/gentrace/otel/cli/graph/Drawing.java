package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a picture shows, whatever its format. Immutable; everything is in the order of the config.
 */
public final class Drawing {
  private final String title;
  private final List<Lane> lanes;
  private final List<Node> ends;
  private final List<Node> unused;
  private final List<Node> extensions;
  private final List<Link> links;
  private final Map<String, Link> linksByEnds;
  private final List<Finding> findings;
  private final List<Finding> allFindings;

  Drawing(
      Scene scene,
      List<Lane> lanes,
      List<Node> ends,
      List<Node> unused,
      List<Node> extensions,
      List<Link> links,
      List<Finding> findings) {
    this.title = scene.title();
    this.lanes = List.copyOf(lanes);
    this.ends = List.copyOf(ends);
    this.unused = List.copyOf(unused);
    this.extensions = List.copyOf(extensions);
    this.links = List.copyOf(links);
    this.linksByEnds = new HashMap<>();
    links.forEach(link -> linksByEnds.put(link.from().key() + link.to().key(), link));
    this.findings = List.copyOf(findings);
    this.allFindings = scene.findings().stream().sorted().toList();
  }

  /** Draws a config, whatever state it is in. */
  public static Drawing of(Scene scene) {
    return new Draftsman(scene).draw();
  }

  String title() {
    return title;
  }

  /** The pipelines. */
  List<Lane> lanes() {
    return lanes;
  }

  /** Receivers, connectors and exporters that pipelines name, each once. */
  List<Node> ends() {
    return ends;
  }

  /** Components that no pipeline names. */
  List<Node> unused() {
    return unused;
  }

  /** The extensions that the service enables. */
  List<Node> extensions() {
    return extensions;
  }

  List<Link> links() {
    return links;
  }

  /** The arrow between two nodes that are neighbours. */
  Link link(Node from, Node to) {
    Link link = linksByEnds.get(from.key() + to.key());
    if (link == null) {
      throw new IllegalArgumentException("No arrow from " + from + " to " + to);
    }
    return link;
  }

  /** The findings that belong to no node and no lane, the worst first. */
  public List<Finding> findings() {
    return findings;
  }

  /** All findings in the order of the text. */
  List<Finding> allFindings() {
    return allFindings;
  }

  /** Every node. */
  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>(ends);
    lanes.forEach(lane -> nodes.addAll(lane.processors()));
    nodes.addAll(unused);
    nodes.addAll(extensions);
    return nodes;
  }

  /** Whether there is a way to Gentrace. */
  boolean reachesGentrace() {
    return lanes.stream().anyMatch(Lane::gentrace);
  }
}
