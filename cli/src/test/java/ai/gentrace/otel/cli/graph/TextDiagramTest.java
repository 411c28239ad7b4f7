package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.yaml.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDiagramTest {
  @Test
  void pipelinesAreSwimLanesAndTheWayToGentraceStandsOut() {
    assertThat(draw(Configs.MERGED, 100, true))
        .isEqualTo(
            """
            traces  line 21
              otlp ──┬─▶ memory_limiter ─▶ batch ─┬─▶ otlp/backend
              zipkin ┘                            └─▶ spanmetrics ⇢ metrics

            metrics  line 25
              spanmetrics (from traces) ─▶ otlp/backend

            traces/gentrace  line 28  to Gentrace
              otlp ──┬━▶ memory_limiter ━▶ filter/gentrace_sample ━▶ batch/gentrace ━▶ otlp_http/gentrace
              zipkin ┘

            in no pipeline: exporters: debug, extensions: pprof
            3 pipelines, 1 to Gentrace
            """);
  }

  @Test
  void asciiIsEnough() {
    assertThat(draw(Configs.MERGED, 60, false))
        .contains(
            """
            traces/gentrace  line 28  to Gentrace
              receivers   otlp  zipkin
              processors  => memory_limiter  => filter/gentrace_sample
                          => batch/gentrace
              exporters   otlp_http/gentrace
            """)
        .matches("[\\x20-\\x7e\\n]+");
    assertThat(draw(Configs.HOSTILE, 60, false)).matches("[\\x20-\\x7e\\n]+");
  }

  @Test
  void circlesAndNamesOfNothingAreSaid() {
    assertThat(draw(Configs.CYCLES, 100, true))
        .isEqualTo(
            """
            traces/1  line 11
              otlp ─────────────────────┬─┬─▶ forward/a ⇢ traces/2 (cycle)
              forward/b (from traces/2) ┘ └─▶ debug

            traces/2  line 14
              forward/a (from traces/1) ┬─▶ forward/b ⇢ traces/1 (cycle)
              missing (not defined) ────┘

            traces/3  line 17
              forward/self (from traces/3) ─▶ forward/self ⇢ traces/3 (cycle)

            traces/4  line 20
              (no receivers) ─▶ nothing (not defined) ─▶ (no exporters)

            4 pipelines, and none leads to Gentrace
            """);
  }

  @Test
  void findingsStandAtTheirComponentAndBelowTheirPipeline() {
    Note note =
        new Note(
            Severity.ERROR, "GT101", "Spans would be posted to another path.", new Position(12, 3));

    assertThat(
            TextDiagram.of(Configs.diagram(Configs.MERGED, note), new TextFormat(200, true, false)))
        .contains("━▶ otlp_http/gentrace ✗GT101\n")
        .contains("\n  ✗ GT101 line 12: Spans would be posted to another path.\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 40, 60, 80, 100, 200})
  void noLineIsWiderThanTheTerminal(int columns) {
    Note note = new Note(Severity.INFO, "GT208", "word ".repeat(60), new Position(12, 3));

    assertThat(
            TextDiagram.of(
                    Configs.diagram(Configs.MERGED, note), new TextFormat(columns, true, false))
                .lines())
        .allMatch(line -> Labels.width(line) <= Math.max(columns, 40));
  }

  @Test
  void coloursChangeNoText() {
    Diagram diagram = Configs.diagram(Configs.CYCLES);
    String colored = TextDiagram.of(diagram, new TextFormat(100, true, true));

    assertThat(colored).contains("\u001b[31m");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(TextDiagram.of(diagram, new TextFormat(100, true, false)));
  }

  @Test
  void noIdReachesTheTerminalAsACommand() {
    assertThat(draw(Configs.HOSTILE, 100, true))
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]")
        .contains("otlp/\\u{1b}[31mred\\u{d}\\u{a}\\u{9}two lines\\u{202e}back");
  }

  private static String draw(String yaml, int columns, boolean unicode) {
    return TextDiagram.of(Configs.diagram(yaml), new TextFormat(columns, unicode, false));
  }
}
