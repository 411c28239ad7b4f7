package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mermaid and DOT as text; the real tools read them in another test. */
class LanguagesTest {
  private static final String FORWARD =
      """
      exporters: {debug: , otlp_http/gentrace: }
      connectors: {forward: }
      service:
        pipelines:
          traces: {receivers: [otlp, zipkin], exporters: [debug, forward]}
          traces/out: {receivers: [forward], processors: [batch], exporters: [otlp_http/gentrace]}
      """;

  @Test
  void mermaid() {
    assertThat(MermaidDiagram.of(Configs.diagram(FORWARD)))
        .isEqualTo(
            """
            flowchart LR
              subgraph p0["traces to Gentrace"]
                p0r0(["otlp (not defined)"])
                p0r1(["zipkin (not defined)"])
                p0e0[["debug"]]
                p0e1{{"forward"}}
                p0j((" "))
              end
              subgraph p1["traces/out to Gentrace"]
                p1r0{{"forward"}}
                p1p0["batch (not defined)"]
                p1e0[["otlp_http/gentrace"]]
              end
              p0r0 ==> p0j
              p0r1 ==> p0j
              p0j --> p0e0
              p0j ==> p0e1
              p1r0 ==> p1p0
              p1p0 ==> p1e0
              p0e1 -.-> p1r0
              classDef gentrace fill:#cffafe,stroke:#0e7490,color:#083344,stroke-width:2px
              class p0r0,p0r1,p0e1,p1r0,p1p0,p1e0 gentrace
              classDef marked stroke:#dc2626,stroke-width:3px,stroke-dasharray:5 3
              class p0r0,p0r1,p1p0 marked
            """);
  }

  @Test
  void dot() {
    assertThat(DotDiagram.of(Configs.diagram(FORWARD)))
        .startsWith("digraph collector {\n  rankdir=LR\n")
        .contains("    label=\"traces to Gentrace\"\n")
        .contains("    p0e0 [label=\"debug\", shape=component]\n")
        .contains("  p0e1 -> p1r0 [style=dashed, color=\"#0e7490\", penwidth=2]\n")
        .endsWith("}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {Configs.HOSTILE, Configs.CYCLES, Configs.MERGED})
  void mermaidLabelsHoldNothingThatMermaidReads(String yaml) {
    assertThat(MermaidDiagram.of(Configs.diagram(yaml)).lines())
        .filteredOn(line -> line.contains("\""))
        .allMatch(line -> line.matches("[^\"]*\"[\\p{L}\\p{Nd} /_.()#;-]+\"[^\"]*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {Configs.HOSTILE, Configs.CYCLES, Configs.MERGED})
  void dotLabelsEndWhereTheyShould(String yaml) {
    assertThat(DotDiagram.of(Configs.diagram(yaml)).lines())
        .filteredOn(line -> line.contains("label="))
        .allMatch(
            line ->
                line.matches(
                    " +(p\\w+ \\[|p\\w+ -> p\\w+ \\[)?label=(\"(\\\\[\\\\\"]|[^\\\\\"])*\"|cycle).*"));
  }
}
