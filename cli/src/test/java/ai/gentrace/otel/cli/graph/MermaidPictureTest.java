package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MermaidPictureTest {
  @Test
  void theWayToGentraceIsThick() {
    String flowchart =
        MermaidPicture.render(
            Scenes.drawing(
                """
                receivers: {otlp: }
                processors: {batch: }
                exporters: {debug: , otlp_http/gentrace: }
                service:
                  pipelines:
                    traces:
                      receivers: [otlp]
                      processors: [batch]
                      exporters: [debug, otlp_http/gentrace]
                """));

    assertThat(flowchart)
        .isEqualTo(
            """
            flowchart LR
              n0(["otlp"])
              n2(["debug"])
              n3(["otlp#95;http/gentrace"])
              subgraph p0["traces to Gentrace"]
                direction LR
                n1["batch"]
              end
              n0 ==> n1
              n1 --> n2
              n1 ==> n3
              classDef gentrace stroke:#c2255c,stroke-width:3px
              classDef broken stroke:#e03131,stroke-width:2px,stroke-dasharray:5 3
              classDef open stroke-dasharray:2 3
              class p0,n0,n3,n1 gentrace
            """);
  }

  @Test
  void moreArrowsThanMermaidDrawsAreSavedInPipelines() {
    Drawing drawing = Scenes.drawing(Scenes.manyPipelines(200));
    String flowchart = MermaidPicture.render(drawing);

    assertThat(drawing.links()).hasSize(600);
    assertThat(flowchart.lines().filter(line -> line.contains("-->"))).hasSize(400);
    assertThat(flowchart).contains("[\"memory#95;limiter #8594; batch\"]");
    assertThat(MermaidPicture.caveat(drawing, flowchart)).isEmpty();
  }

  @Test
  void whatIsTooLargeAllTheSameIsSaid() {
    Drawing drawing = Scenes.drawing(Scenes.manyPipelines(300));

    assertThat(MermaidPicture.caveat(drawing, MermaidPicture.render(drawing)))
        .hasValueSatisfying(text -> assertThat(text).contains("this flowchart has 600 and"));
  }
}
