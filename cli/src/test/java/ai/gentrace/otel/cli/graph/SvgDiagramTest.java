package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgDiagramTest {
  @ParameterizedTest
  @ValueSource(strings = {Configs.HOSTILE, Configs.CYCLES, Configs.MERGED, "{}"})
  void everyConfigIsWellFormedAndComplete(String yaml) throws Exception {
    Diagram diagram = Configs.diagram(yaml);
    Document svg = parse(SvgDiagram.of(diagram));

    assertThat(texts(svg, "text")).containsExactlyInAnyOrderElementsOf(captions(diagram));
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getElementsByTagName("img").getLength()).isZero();
  }

  @Test
  void anElementSaysItsLineAndWhatIsSaidAboutIt() throws Exception {
    Document svg = parse(SvgDiagram.of(Configs.diagram(Configs.MERGED)));
    Element exporter = element(svg, "p2e0");

    assertThat(exporter.getAttribute("data-line")).isEqualTo("12");
    assertThat(exporter.getAttribute("aria-label"))
        .isEqualTo("otlp_http/gentrace, exporter, line 12, on the way to Gentrace");
    assertThat(exporter.getAttribute("class")).contains("gentrace");
    assertThat(element(svg, "p0e0").getAttribute("class")).doesNotContain("gentrace");
  }

  @Test
  void theSameConfigGivesTheSameBytes() {
    String large = Configs.large(30);

    assertThat(SvgDiagram.of(Configs.diagram(large)))
        .isEqualTo(SvgDiagram.of(Configs.diagram(large)));
  }

  @Test
  void twoHundredPipelinesAreDrawn() throws Exception {
    Document svg = parse(SvgDiagram.of(Configs.diagram(Configs.large(200))));

    assertThat(texts(svg, "text")).contains("traces/0", "traces/199", "forward/198");
  }

  private static List<String> captions(Diagram diagram) {
    List<String> captions = new ArrayList<>(diagram.lanes().stream().map(Lane::caption).toList());
    diagram.nodes().forEach(node -> captions.add(node.caption()));
    return captions;
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static Element element(Document svg, String id) {
    NodeList groups = svg.getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      if (((Element) groups.item(i)).getAttribute("id").equals(id)) {
        return (Element) groups.item(i);
      }
    }
    throw new AssertionError("no " + id);
  }

  private static List<String> texts(Document svg, String tag) {
    NodeList nodes = svg.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
