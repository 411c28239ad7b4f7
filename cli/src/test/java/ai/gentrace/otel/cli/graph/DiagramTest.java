package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.yaml.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagramTest {
  @Test
  void onlyTheWayToGentraceIsMarked() {
    Diagram diagram = Configs.diagram(Configs.MERGED);

    assertThat(diagram.lanes()).extracting(Lane::gentrace).containsExactly(false, false, true);
    assertThat(diagram.nodes())
        .filteredOn(Node::gentrace)
        .extracting(Node::label)
        .containsExactly(
            "otlp",
            "zipkin",
            "memory_limiter",
            "filter/gentrace_sample",
            "batch/gentrace",
            "otlp_http/gentrace");
  }

  @Test
  void theWayLeadsThroughConnectors() {
    Diagram diagram =
        Configs.diagram(
            """
            exporters: {debug: , otlp_http/gentrace: }
            connectors: {forward/llm: }
            service:
              pipelines:
                traces/in: {receivers: [otlp], exporters: [debug, forward/llm]}
                traces/out: {receivers: [forward/llm], exporters: [otlp_http/gentrace]}
            """);

    assertThat(diagram.lanes()).allMatch(Lane::gentrace);
    assertThat(diagram.lanes().get(0).exporters())
        .extracting(Node::label, Node::kind, Node::gentrace)
        .containsExactly(
            tuple("debug", Node.Kind.EXPORTER, false),
            tuple("forward/llm", Node.Kind.CONNECTOR, true));
    assertThat(diagram.edges()).contains(new Edge("p0e1", "p1r0", true, true, false));
  }

  @Test
  void everyCircleIsSeenAndNothingElseIsOne() {
    Diagram diagram = Configs.diagram(Configs.CYCLES);

    assertThat(diagram.edges())
        .filteredOn(Edge::cycle)
        .extracting(edge -> edge.from() + edge.to())
        .containsExactlyInAnyOrder("p0e0p1r0", "p1e0p0r1", "p2e0p2r0");
    assertThat(Configs.diagram(Configs.MERGED).edges()).noneMatch(Edge::cycle);
  }

  @Test
  void namesOfNothingAreDrawnAndSaidToBeUndefined() {
    assertThat(Configs.diagram(Configs.CYCLES).nodes())
        .filteredOn(node -> !node.defined())
        .extracting(Node::caption)
        .containsExactly("missing (not defined)", "nothing (not defined)");
  }

  @Test
  void manyReceiversMeetManyExportersInOnePoint() {
    Diagram diagram =
        Configs.diagram(
            """
            service:
              pipelines:
                traces: {receivers: [a, b, c], exporters: [d, e, f]}
            """);

    assertThat(diagram.joints()).containsExactly("p0j");
    assertThat(diagram.edges()).hasSize(6);
  }

  @Test
  void aNoteStandsAtWhatItIsAbout() {
    Note definition = note(7, 5);
    Note item = note(14, 26);
    Note pipeline = note(13, 5);
    Note elsewhere = note(1, 1);
    Diagram diagram =
        Configs.diagram(
            """
            receivers:
              otlp:
            exporters:
              debug:
            processors:
              batch:
                timeout: 1
            service:
              pipelines:
                logs:
                  receivers: [otlp]
                  exporters: [debug]
                traces:
                  receivers: [ otlp, odd ]
                  processors: [batch]
                  exporters: [debug]
            """,
            definition,
            item,
            pipeline,
            elsewhere);

    assertThat(diagram.lanes().get(1).processors().get(0).notes()).containsExactly(definition);
    assertThat(diagram.lanes().get(1).receivers().get(1).notes()).containsExactly(item);
    assertThat(diagram.lanes().get(1).notes()).containsExactly(pipeline);
    assertThat(diagram.lanes().get(0).notes()).isEmpty();
    assertThat(diagram.notes()).isEqualTo(List.of(elsewhere));
  }

  @Test
  void whatTakesNoPartIsListed() {
    assertThat(Configs.diagram(Configs.MERGED).unused())
        .containsExactly("exporters: debug", "extensions: pprof");
  }

  @Test
  void anEmptyConfigIsAnEmptyDiagram() {
    Diagram diagram = Configs.diagram("{}");

    assertThat(diagram.lanes()).isEmpty();
    assertThat(TextDiagram.of(diagram, new TextFormat(80, true, false)))
        .isEqualTo("0 pipelines, and none leads to Gentrace\n");
  }

  private static Note note(int line, int column) {
    return new Note(Severity.ERROR, "GT999", "Odd.", new Position(line, column));
  }
}
