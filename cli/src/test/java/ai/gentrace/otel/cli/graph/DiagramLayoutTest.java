package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.graph.DiagramLayout.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DiagramLayoutTest {
  @Test
  void pipelinesKeepTheOrderOfTheConfig() {
    Diagram diagram =
        Configs.diagram(
            """
            service:
              pipelines:
                traces/c: {receivers: [otlp], exporters: [debug]}
                traces/a: {receivers: [otlp], processors: [x, y, z], exporters: [debug]}
                traces/b: {receivers: [otlp], exporters: [debug]}
            """);
    DiagramLayout layout = DiagramLayout.of(diagram);

    List<Box> lanes = diagram.lanes().stream().map(lane -> box(layout, lane.id())).toList();
    assertThat(lanes.get(0)).satisfies(first -> assertBefore(first, lanes.get(1)));
    assertThat(lanes.get(1)).satisfies(second -> assertBefore(second, lanes.get(2)));
  }

  @Property(tries = 300)
  void everythingHasItsPlace(@ForAll long seed) {
    Diagram diagram = Configs.diagram(config(new Random(seed)));
    DiagramLayout layout = DiagramLayout.of(diagram);

    List<Box> lanes = new ArrayList<>();
    for (Lane lane : diagram.lanes()) {
      Box outer = box(layout, lane.id());
      lanes.add(outer);
      List<Box> nodes = lane.nodes().stream().map(node -> box(layout, node.id())).toList();
      assertThat(nodes).allMatch(inner -> holds(outer, inner));
      assertApart(nodes);
    }
    assertApart(lanes);
    assertThat(layout.ways()).hasSameSizeAs(diagram.edges()).allMatch(way -> way.size() > 1);
  }

  /** Pipelines with connectors in any direction, names of nothing, and empty lists. */
  private static String config(Random random) {
    StringBuilder yaml = new StringBuilder("connectors: {c0: , c1: , c2: , c3: }\n");
    yaml.append("service:\n  pipelines:\n");
    int pipelines = random.nextInt(7);
    for (int i = 0; i < pipelines; i++) {
      yaml.append("    traces/").append(i).append(":\n");
      yaml.append("      receivers: ").append(names(random, "r")).append('\n');
      yaml.append("      processors: ").append(names(random, "p")).append('\n');
      yaml.append("      exporters: ").append(names(random, "e")).append('\n');
    }
    return yaml.toString();
  }

  private static List<String> names(Random random, String prefix) {
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      names.add((random.nextInt(3) == 0 ? "c" : prefix) + random.nextInt(4));
    }
    return names;
  }

  private static Box box(DiagramLayout layout, String id) {
    assertThat(layout.boxes()).containsKey(id);
    return layout.boxes().get(id);
  }

  private static void assertBefore(Box one, Box other) {
    boolean below = other.y() >= one.y() + one.height();
    boolean beside = other.y() == one.y() && other.x() >= one.x() + one.width();
    assertThat(below || beside).as("%s stands before %s", one, other).isTrue();
  }

  private static boolean holds(Box outer, Box inner) {
    return inner.x() >= outer.x()
        && inner.y() >= outer.y()
        && inner.x() + inner.width() <= outer.x() + outer.width()
        && inner.y() + inner.height() <= outer.y() + outer.height();
  }

  private static void assertApart(List<Box> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        Box a = boxes.get(i);
        Box b = boxes.get(j);
        boolean apart =
            a.x() + a.width() <= b.x()
                || b.x() + b.width() <= a.x()
                || a.y() + a.height() <= b.y()
                || b.y() + b.height() <= a.y();
        assertThat(apart).as("%s and %s do not overlap", a, b).isTrue();
      }
    }
  }
}
