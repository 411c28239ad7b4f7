package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextPictureTest {
  private static final String CONFIG =
      """
      receivers: {otlp: , zipkin: }
      processors: {memory_limiter: , filter: , batch: }
      exporters: {debug: , otlp_http/gentrace: }
      connectors: {forward: }
      extensions: {pprof: }
      service:
        extensions: [pprof]
        pipelines:
          traces:
            receivers: [otlp, zipkin]
            processors: [memory_limiter]
            exporters: [forward, debug, otpl]
          traces/gentrace:
            receivers: [forward]
            processors: [filter, batch]
            exporters: [otlp_http/gentrace]
      """;

  @Test
  void lanesRunFromLeftToRight() {
    assertThat(render(80, true))
        .isEqualTo(
            """
            collector.yaml: 2 pipelines, 2 to Gentrace

            ━━ traces ━━ to Gentrace ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ collector.yaml:9:5
              otlp ━━━┳━▶ memory_limiter ━┳━▶ forward (to traces/gentrace)
              zipkin ━┛                   ┣─▶ debug
                                          ┗─▶ ✗ otpl (not defined)

            ━━ traces/gentrace ━━ to Gentrace ━━━━━━━━━━━━━━━━━━━━━━━━━━ collector.yaml:13:5
              forward (from traces) ━━━▶ filter ━━▶ batch ━━━▶ otlp_http/gentrace

            ── extensions ──────────────────────────────────────────────────────────────────
              pprof
            """);
  }

  @Test
  void lanesAreWrappedWhereTheyDoNotFit() {
    assertThat(render(46, false))
        .isEqualTo(
            """
            collector.yaml: 2 pipelines, 2 to Gentrace

            == traces == to Gentrace == collector.yaml:9:5
              from otlp
                   zipkin
              via  memory_limiter
              to   forward (to traces/gentrace)
                   debug
                   ! otpl (not defined)

            == traces/gentrace == to Gentrace ============
              from forward (from traces)
              via  filter ==> batch
              to   otlp_http/gentrace

            -- extensions --------------------------------
              pprof
            """);
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (String config : List.of(CONFIG, HostileIds.configOfAll(), HostileIds.manyPipelines(3))) {
      Drawing drawing = Scenes.drawing(config);
      for (int columns = 20; columns <= 300; columns += 7) {
        int width = columns;
        for (boolean unicode : new boolean[] {true, false}) {
          assertThat(new TextPicture(columns, unicode, false).render(drawing).lines())
              .allMatch(line -> Columns.of(line) <= width);
        }
      }
    }
    assertThat(render(30, false)).startsWith("collector.yaml: 2 pipelines, 2\n  to Gentrace\n");
  }

  @Test
  void coloursChangeNothingElse() {
    String colored = new TextPicture(80, true, true).render(Scenes.drawing(CONFIG));

    assertThat(colored).contains("\u001b[1;35m", "\u001b[31m✗ \u001b[0m");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m *\u001b\\[0m|\u001b\\[[0-9;]*m", ""))
        .isEqualToIgnoringWhitespace(render(80, true));
  }

  @Test
  void findingsStandOnTheirNodeAndInAList() {
    String text =
        new TextPicture(80, false, false)
            .render(Scenes.drawing(CONFIG, DrawingTest.finding(CONFIG, "memory_limiter:")));

    assertThat(text)
        .contains("memory_limiter [GT101]")
        .contains(
            "  collector.yaml:2:14: error: The signal's path would be appended again. [GT101]\n");
  }

  private static String render(int columns, boolean unicode) {
    return new TextPicture(columns, unicode, false).render(Scenes.drawing(CONFIG));
  }
}
