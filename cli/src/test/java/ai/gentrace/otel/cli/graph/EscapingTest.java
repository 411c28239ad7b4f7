package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Whatever an id holds, each format stays what it is for harmless ids. */
class EscapingTest {
  private static final String HARMLESS_A = "aaa";
  private static final String HARMLESS_B = "bbb";

  @Provide
  Arbitrary<String> id() {
    return HostileIds.any();
  }

  @Property(tries = 60)
  void svgKeepsItsElements(@ForAll("id") String one, @ForAll("id") String two) throws Exception {
    Document svg = parse(SvgPicture.render(Scenes.drawing(HostileIds.config(one, "x" + two))));

    assertThat(List.of("svg", "style", "rect", "path", "g", "text", "title"))
        .containsAll(names(svg));
    assertThat(attributes(svg)).noneMatch(name -> name.startsWith("on") || name.equals("href"));
  }

  @Property(tries = 60)
  void htmlKeepsItsElements(@ForAll("id") String one, @ForAll("id") String two) throws Exception {
    Document page = parse(withoutCode(Scenes.html(HostileIds.config(one, "x" + two))));
    Document harmless = parse(withoutCode(Scenes.html(HostileIds.config(HARMLESS_A, HARMLESS_B))));

    assertThat(names(page).stream().distinct().sorted().toList())
        .isSubsetOf(names(harmless).stream().distinct().sorted().toList());
    assertThat(attributes(page)).noneMatch(name -> name.startsWith("on"));
    assertThat(links(page)).allMatch(link -> link.matches("#(L[0-9]+|n[0-9]+|source)"));
  }

  @Property(tries = 300)
  void mermaidKeepsItsLines(@ForAll("id") String one, @ForAll("id") String two) {
    String flowchart = MermaidPicture.render(Scenes.drawing(HostileIds.config(one, "x" + two)));

    assertThat(flowchart).matches("[ -~\n]+");
    assertThat(flowchart.lines())
        .allMatch(
            line ->
                line.matches(
                    "flowchart LR| *(subgraph )?\\w+[(\\[{]*(\"[\\w #;/(),]*\")?[)\\]}]*"
                        + "| *direction LR| *n\\d+ (-->|==>|-\\. in a circle \\.->|== in a circle ==>) n\\d+"
                        + "| *(classDef|class) [\\w ,:#-]+"));
  }

  @Property(tries = 300)
  void dotKeepsItsStrings(@ForAll("id") String one, @ForAll("id") String two) {
    String dot = DotPicture.render(Scenes.drawing(HostileIds.config(one, "x" + two)));

    String withoutStrings = dot.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "S");
    assertThat(withoutStrings).doesNotContain("\"").matches("[\\w\\s{}\\[\\]=,.>;-]+");
    assertThat(dot).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f]");
  }

  @Property(tries = 300)
  void textStaysWithinItsLinesAndWidth(@ForAll("id") String one, @ForAll("id") String two) {
    Drawing drawing = Scenes.drawing(HostileIds.config(one, "x" + two));
    for (int columns : new int[] {20, 80, 5000}) {
      String text = new TextPicture(columns, true, false).render(drawing);
      assertThat(text.lines()).allMatch(line -> Columns.of(line) <= columns);
      assertThat(text).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f\u0085\u2028\u202e]");
      String ascii = new TextPicture(columns, false, false).render(drawing);
      assertThat(ascii).matches("[ -~\n]+");
      assertThat(ascii.lines()).allMatch(line -> line.length() <= columns);
    }
  }

  private static Document parse(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  /** The page's own style and script, which are not XML and hold nothing of the config. */
  private static String withoutCode(String html) {
    String style = html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
    String script = html.substring(html.lastIndexOf("<script>"), html.lastIndexOf("</script>"));
    assertThat(style).endsWith(Stylesheets.page());
    assertThat(script).endsWith(Stylesheets.read("page.js"));
    return html.replace(style, "<style>").replace(script, "<script>");
  }

  private static List<Element> elements(Document document) {
    List<Element> elements = new ArrayList<>();
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }

  private static List<String> names(Document document) {
    return elements(document).stream().map(Element::getTagName).toList();
  }

  private static List<String> attributes(Document document) {
    List<String> names = new ArrayList<>();
    for (Element element : elements(document)) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        names.add(element.getAttributes().item(i).getNodeName());
      }
    }
    return names;
  }

  private static List<String> links(Document document) {
    return elements(document).stream()
        .map(element -> element.getAttribute("href"))
        .filter(link -> !link.isEmpty())
        .toList();
  }
}
