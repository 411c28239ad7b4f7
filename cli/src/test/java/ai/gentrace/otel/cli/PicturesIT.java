package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.Processes.Result;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.graph.HostileIds;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The pictures that the packaged program draws, as the real tools read them. */
class PicturesIT {
  private static final Path PROGRAM = Path.of("target/gentrace-otel-all.jar").toAbsolutePath();

  private static final String CONFIG =
      """
      receivers:
        otlp:
          protocols: {grpc: , http: }
      processors:
        filter/gentrace_sample:
          error_mode: ignore
          trace_conditions:
            - 'span.attributes["gentrace.sample"] != "true"'
        batch:
      connectors:
        forward/a:
        forward/b:
      exporters:
        debug:
        otlp_http/gentrace:
          endpoint: https://gentrace.ai/api/otel/v1/traces
          headers: {Authorization: Bearer abcdef123456}
      service:
        pipelines:
          traces:
            receivers: [otlp, forward/b]
            processors: [batch]
            exporters: [debug, forward/a]
          traces/circle:
            receivers: [forward/a]
            exporters: [forward/b]
          traces/gentrace:
            receivers: [otlp, otpl]
            processors: [filter/gentrace_sample]
            exporters: [otlp_http/gentrace]
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "mermaid", "dot", "svg", "html"})
  void thePackagedProgramDrawsTheSameBytesTwice(String format) {
    String first = draw(CONFIG, format);

    assertThat(first).contains("gentrace").isEqualTo(draw(CONFIG, format));
  }

  @Test
  @NeedsTool(value = "dot", packages = "graphviz")
  void graphvizReadsTheGraph() throws Exception {
    assertLabels(graphviz(CONFIG), "otpl (not defined)", "in a circle", "traces/circle");
    assertLabels(graphviz(HostileIds.configOfAll()), hostileLabels().toArray(String[]::new));
    assertLabels(graphviz(manyPipelines()), "traces/0", "traces/199");
  }

  @Test
  @NeedsTool(
      value = {"chromium", "chromedriver"},
      packages = "chromium chromium-driver")
  void mermaidReadsTheFlowchart() throws IOException {
    try (RealBrowser browser = new RealBrowser()) {
      assertLabels(mermaid(browser, CONFIG), "otpl(notdefined)", "inacircle", "traces/circle");
      String[] hostile = hostileLabels().stream().map(PicturesIT::squeezed).toArray(String[]::new);
      assertLabels(mermaid(browser, HostileIds.configOfAll()), hostile);
      assertLabels(mermaid(browser, manyPipelines()), "traces/0", "traces/199");
      assertThat(browser.text("return String(window.pwned)")).isEqualTo("undefined");
    }
  }

  @Test
  @NeedsTool(
      value = {"chromium", "chromedriver"},
      packages = "chromium chromium-driver")
  void thePageWorksInABrowserWithKeysAlone() throws IOException {
    try (RealBrowser browser = new RealBrowser()) {
      browser.open(file("page.html", draw(CONFIG, "html")));

      assertThat(browser.tabTo("a.node")).isTrue();
      assertThat(focus(browser)).isEqualTo("receiver otlp, line 2, on the way to Gentrace");
      browser.press(Keys.ARROW_DOWN);
      assertThat(focus(browser)).startsWith("receiver otpl, not defined, line ");
      browser.press(Keys.ARROW_UP, Keys.ARROW_RIGHT);
      assertThat(focus(browser)).startsWith("processor ");

      assertThat(browser.tabTo("a.node[aria-label*='filter/gentrace_sample']")).isTrue();
      browser.press(Keys.ENTER);
      assertThat(browser.text("return location.hash")).isEqualTo("#L5");
      assertThat(hits(browser)).isEqualTo("5,6,7,8");
      browser.press(Keys.ESCAPE);
      assertThat(hits(browser)).isEmpty();
      browser.press(Keys.SPACE);
      assertThat(hits(browser)).isEqualTo("5,6,7,8");

      browser.click("#L15 a.no");
      assertThat(focus(browser)).contains("otlp_http/gentrace", "error GT101");
      assertThat(browser.text("return document.querySelector('#L16 + .finding').textContent"))
          .contains("GT101");
      assertThat(browser.text("return document.body.textContent")).doesNotContain("abcdef123456");
      assertThat(browser.run("return performance.getEntriesByType('resource').length"))
          .isEqualTo(0L);
      assertThat(browser.console()).isEmpty();
    }
  }

  @Test
  @NeedsTool(
      value = {"chromium", "chromedriver"},
      packages = "chromium chromium-driver")
  void thePageIsLightOrDark() throws IOException {
    String background = "return getComputedStyle(document.body).backgroundColor";
    try (RealBrowser browser = new RealBrowser()) {
      browser.open(file("page.html", draw(CONFIG, "html")));
      browser.prefer("light");
      assertThat(browser.text(background)).isEqualTo("rgb(255, 255, 255)");
      browser.prefer("dark");
      assertThat(browser.text(background)).isEqualTo("rgb(13, 17, 23)");
      browser.click("#theme");
      assertThat(browser.text(background)).isEqualTo("rgb(255, 255, 255)");

      browser.open(file("picture.svg", draw(CONFIG, "svg")));
      String paper = "return getComputedStyle(document.querySelector('.paper')).fill";
      assertThat(browser.text(paper)).isEqualTo("rgb(13, 17, 23)");
      assertThat(browser.console()).isEmpty();
    }
  }

  @Test
  @NeedsTool(
      value = {"chromium", "chromedriver"},
      packages = "chromium chromium-driver")
  void hostileIdsAreTextToABrowser() throws IOException {
    try (RealBrowser browser = new RealBrowser()) {
      for (String format : List.of("html", "svg")) {
        browser.open(file("page." + format, draw(HostileIds.configOfAll(), format)));
        assertThat(browser.run("return document.querySelectorAll('script').length"))
            .isEqualTo(format.equals("html") ? 1L : 0L);
        assertThat(browser.run("return document.querySelectorAll('img, iframe, object').length"))
            .isEqualTo(0L);
        assertThat(browser.text("return String(window.pwned)")).isEqualTo("undefined");
        assertThat(browser.run(texts("title")).toString())
            .contains(hostileLabels().stream().filter(label -> label.length() < 99).toList());
        assertThat(browser.console()).isEmpty();
      }
    }
  }

  /** Findings may stand behind a label. */
  private static void assertLabels(List<String> found, String... expected) {
    assertThat(expected)
        .allSatisfy(label -> assertThat(found).anyMatch(text -> text.startsWith(label)));
  }

  private static String texts(String selector) {
    return "return Array.from(document.querySelectorAll('" + selector + "'), e => e.textContent)";
  }

  private static String focus(RealBrowser browser) {
    return browser.text("return document.activeElement.getAttribute('aria-label')");
  }

  private static String hits(RealBrowser browser) {
    return browser.text(
        "return Array.from(document.querySelectorAll('.hit'), e => e.id.slice(1)).join()");
  }

  private static List<String> hostileLabels() {
    return HostileIds.KNOWN.stream()
        .map(id -> HostileIds.shown(ComponentId.of(id).toString()))
        .filter(label -> !label.isBlank())
        .toList();
  }

  private static String manyPipelines() {
    return HostileIds.manyPipelines(200);
  }

  /** All texts of the picture that Graphviz makes. */
  private List<String> graphviz(String config) throws Exception {
    Result result =
        Processes.run(
            folder,
            System.getenv(),
            draw(config, "dot"),
            List.of(Tools.find("dot").orElseThrow().toString(), "-Tsvg"));
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    NodeList texts =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(result.out())))
            .getElementsByTagName("text");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      found.add(texts.item(i).getTextContent().replace('\u00a0', ' '));
    }
    return found;
  }

  /** All labels of the picture that Mermaid makes, without blanks. */
  private List<String> mermaid(RealBrowser browser, String config) throws IOException {
    Path script = folder.resolve("mermaid.js");
    try (InputStream in =
        PicturesIT.class.getResourceAsStream(
            "/META-INF/resources/webjars/mermaid/11.6.0/dist/mermaid.min.js")) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    browser.open(
        file(
            "mermaid.html",
            "<!DOCTYPE html><meta charset=utf-8><script src=mermaid.js></script><div id=it></div>"));
    Object labels =
        browser.await(
            """
            const done = arguments[arguments.length - 1];
            mermaid.initialize({startOnLoad: false});
            mermaid.parse(arguments[0])
              .then(() => mermaid.render('drawn', arguments[0]))
              .then(({svg}) => {
                document.getElementById('it').innerHTML = svg;
                done(Array.from(document.querySelectorAll('.nodeLabel, .edgeLabel'), e => e.textContent));
              })
              .catch(error => done(['error: ' + error]));
            """,
            draw(config, "mermaid"));
    return ((List<?>) labels).stream().map(label -> squeezed(String.valueOf(label))).toList();
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\\u00a0]", "");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** Runs the packaged program. */
  private String draw(String config, String format) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Result result =
        Processes.run(
            folder,
            Map.of("LC_ALL", "C.UTF-8"),
            config,
            List.of(java, "-jar", PROGRAM.toString(), "graph", "-", "--format", format, "-q"));
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return result.out();
  }
}
