package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final String GENTRACE =
      """
      receivers:
        otlp:
      processors:
        batch:
        filter:
      exporters:
        debug:
        otlp_http/gentrace:
      service:
        pipelines:
          traces:
            receivers: [otlp]
            processors: [batch]
            exporters: [debug]
          traces/gentrace:
            receivers: [otlp]
            processors: [filter, batch]
            exporters: [otlp_http/gentrace, debug]
      """;

  @Test
  void receiversAndExportersAreSharedAndProcessorsAreNot() {
    Drawing drawing = Scenes.drawing(GENTRACE);

    assertThat(labels(drawing.ends())).containsExactly("otlp", "debug", "otlp_http/gentrace");
    assertThat(drawing.lanes())
        .extracting(lane -> labels(lane.processors()))
        .containsExactly(List.of("batch"), List.of("filter", "batch"));
  }

  @Test
  void onlyTheWayToGentraceStandsOut() {
    assertThat(ways(Scenes.drawing(GENTRACE)))
        .containsExactly(
            "otlp -> batch",
            "batch -> debug",
            "otlp => filter",
            "filter => batch",
            "batch => otlp_http/gentrace",
            "batch -> debug");
  }

  @Test
  void theWayToGentraceMayLeadThroughConnectors() {
    Drawing drawing =
        Scenes.drawing(
            """
            receivers: {otlp: }
            connectors: {forward/a: , forward/b: }
            exporters: {otlp_http/gentrace: , debug: }
            service:
              pipelines:
                traces/in:
                  receivers: [otlp]
                  exporters: [forward/a, forward/b]
                traces/gentrace:
                  receivers: [forward/a]
                  exporters: [otlp_http/gentrace]
                traces/other:
                  receivers: [forward/b]
                  exporters: [debug]
            """);

    assertThat(drawing.lanes()).extracting(Lane::gentrace).containsExactly(true, true, false);
    assertThat(ways(drawing))
        .containsExactly(
            "otlp => no processor",
            "no processor => forward/a",
            "no processor -> forward/b",
            "forward/a => no processor",
            "no processor => otlp_http/gentrace",
            "forward/b -> no processor",
            "no processor -> debug");
  }

  @Test
  void circlesAreFound() {
    Drawing drawing =
        Scenes.drawing(
            """
            receivers: {otlp: }
            connectors: {forward/a: , forward/b: , forward/self: }
            exporters: {debug: }
            service:
              pipelines:
                traces/one:
                  receivers: [otlp, forward/b]
                  exporters: [forward/a]
                traces/two:
                  receivers: [forward/a]
                  exporters: [forward/b, debug]
                traces/self:
                  receivers: [forward/self, otlp]
                  exporters: [forward/self]
            """);

    assertThat(drawing.links())
        .filteredOn(Link::cyclic)
        .extracting(link -> link.from().label() + " " + link.to().label())
        .containsExactly(
            "forward/b no processor",
            "no processor forward/a",
            "forward/a no processor",
            "no processor forward/b",
            "forward/self no processor",
            "no processor forward/self");
  }

  @Test
  void whatIsNotDefinedIsBroken() {
    Drawing drawing =
        Scenes.drawing(
            """
            receivers: {otlp: }
            connectors: {lonely: }
            service:
              extensions: [pprof]
              pipelines:
                traces:
                  receivers: [otpl]
                  processors: [batch, {a: b}, ]
                  exporters: [lonely]
                spans:
            """);

    assertThat(broken(drawing))
        .containsExactly(
            "otpl (not defined)",
            "no receiver ()",
            "lonely (no pipeline receives from it)",
            "no exporter ()",
            "batch (not defined)",
            "a map (not a name)",
            "pprof (not defined)");
    assertThat(drawing.lanes()).extracting(Lane::note).containsExactly("", "not a signal");
  }

  @Test
  void whatMayStandElsewhereIsOpen() {
    Drawing drawing =
        Scenes.drawing(
            """
            receivers: ${file:receivers.yaml}
            exporters: {debug: }
            service:
              pipelines:
                traces:
                  receivers: [otlp]
                  processors: ${file:processors.yaml}
                  exporters: [debug, "otlp/${env:REGION}"]
            """);

    assertThat(broken(drawing)).isEmpty();
    assertThat(drawing.nodes())
        .filteredOn(node -> node.look() == Look.OPEN)
        .extracting(node -> node.label() + " (" + node.note() + ")")
        .containsExactly(
            "otlp (not defined here)",
            "otlp/${env:REGION} (from elsewhere)",
            "${file:processors.yaml} (from elsewhere)");
  }

  @Test
  void aChartsDefaultsMayDefineWhatIsMissing() {
    Drawing drawing =
        Scenes.incomplete(
            """
            exporters: {otlp_http/gentrace: }
            service: {pipelines: {traces/gentrace: {exporters: [otlp_http/gentrace]}}}
            """);

    assertThat(broken(drawing)).isEmpty();
    assertThat(labels(drawing.ends())).containsExactly("no receiver here", "otlp_http/gentrace");
  }

  @Test
  void whatNoPipelineNamesIsShownApart() {
    Drawing drawing =
        Scenes.drawing(
            """
            receivers: {otlp: , zipkin: }
            processors: {batch: }
            exporters: {debug: }
            extensions: {pprof: , zpages: }
            service:
              extensions: [zpages]
              pipelines: {traces: {receivers: [otlp], exporters: [debug]}}
            """);

    assertThat(labels(drawing.unused())).containsExactly("zipkin", "batch", "pprof");
    assertThat(labels(drawing.extensions())).containsExactly("zpages");
  }

  @Test
  void aFindingInADefinitionIsOnEachNodeOfIt() {
    Drawing drawing = Scenes.drawing(GENTRACE, finding(GENTRACE, "batch:"));

    assertThat(drawing.nodes())
        .filteredOn(node -> !node.findings().isEmpty())
        .extracting(Node::label)
        .containsExactly("batch", "batch");
    assertThat(drawing.findings()).isEmpty();
  }

  @Test
  void aFindingInAListIsOnThatNodeAlone() {
    Drawing drawing = Scenes.drawing(GENTRACE, finding(GENTRACE, "batch]\n      exporters: [otlp"));

    Node marked = drawing.lanes().get(1).last();
    assertThat(drawing.nodes())
        .filteredOn(node -> !node.findings().isEmpty())
        .containsExactly(marked);
  }

  @Test
  void aFindingOnAPipelineIsOnItsLane() {
    Drawing drawing = Scenes.drawing(GENTRACE, finding(GENTRACE, "traces/gentrace:"));

    assertThat(drawing.lanes()).extracting(lane -> lane.findings().size()).containsExactly(0, 1);
    assertThat(drawing.nodes()).allSatisfy(node -> assertThat(node.findings()).isEmpty());
  }

  @Test
  void aFindingOnNothingDrawnIsKept() {
    assertThat(Scenes.drawing(GENTRACE, finding(GENTRACE, "service:")).findings()).hasSize(1);
  }

  @Test
  void anAliasedBodyBelongsToAllWhoseBodyItIs() {
    String yaml =
        """
        exporters:
          debug/a: &body
            verbosity: loud
          debug/b: *body
        service: {pipelines: {traces: {exporters: [debug/a, debug/b]}}}
        """;

    Drawing drawing = Scenes.drawing(yaml, finding(yaml, "loud"));

    assertThat(drawing.nodes())
        .filteredOn(node -> !node.findings().isEmpty())
        .extracting(Node::label)
        .containsExactly("debug/a", "debug/b");
    assertThat(drawing.nodes())
        .filteredOn(node -> node.label().equals("debug/b"))
        .extracting(Node::firstLine, Node::lastLine)
        .containsExactly(tuple(4, 4));
  }

  @Test
  void anEmptyConfigIsAnEmptyPicture() {
    assertThat(Scenes.drawing("").lanes()).isEmpty();
    assertThat(Scenes.allFormats("")).allSatisfy(text -> assertThat(text).isNotEmpty());
  }

  @Test
  void theSameConfigGivesTheSameBytes() {
    assertThat(Scenes.allFormats(GENTRACE)).isEqualTo(Scenes.allFormats(GENTRACE));
  }

  @Test
  void twoHundredPipelinesAreDrawn() {
    String yaml = Scenes.manyPipelines(200);

    assertThat(Scenes.drawing(yaml).lanes()).hasSize(200);
    assertThat(Scenes.allFormats(yaml)).allSatisfy(text -> assertThat(text).contains("debug/199"));
  }

  @Test
  void aLongChainOfPipelinesIsDrawn() {
    assertThat(SvgPicture.render(Scenes.drawing(Scenes.chain(300)))).contains(">traces/299<");
  }

  static Finding finding(String yaml, String at) {
    int offset = yaml.indexOf(at);
    assertThat(offset).isNotNegative();
    Place place =
        new Place(YamlSource.ofText("collector.yaml", yaml), new Extent(offset, offset + 1));
    RuleInfo rule = new RuleInfo("GT101", "doubled-signal-path", Severity.ERROR, "");
    String message = "The signal's path would be appended again.";
    return new Finding(rule, rule.severity(), message, "", place, "", null);
  }

  private static List<String> labels(List<Node> nodes) {
    return nodes.stream().map(Node::label).toList();
  }

  private static List<String> broken(Drawing drawing) {
    return drawing.nodes().stream()
        .filter(node -> node.look() == Look.BROKEN)
        .map(node -> node.label() + " (" + node.note() + ")")
        .toList();
  }

  private static List<String> ways(Drawing drawing) {
    return drawing.links().stream()
        .map(l -> l.from().label() + (l.gentrace() ? " => " : " -> ") + l.to().label())
        .toList();
  }
}
