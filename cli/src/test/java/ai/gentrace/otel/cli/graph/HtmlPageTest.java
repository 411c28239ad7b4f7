package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  @Test
  void nothingIsFetchedFromAnywhere() {
    String page = page(Configs.MERGED);

    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContainPattern("(src|srcset)=")
        .doesNotContainPattern("url\\((?!#)")
        .doesNotContainPattern("href=\"(?!#)")
        .doesNotContain("@import");
  }

  @Test
  void thePolicyNamesTheScriptAndStyleThatAreThere() throws Exception {
    String page = page(Configs.HOSTILE);

    assertThat(page).contains("script-src '" + hash(between(page, "<script>", "</script>")) + "'");
    assertThat(page).contains("style-src '" + hash(between(page, "<style>", "</style>")) + "'");
    assertThat(page).containsOnlyOnce("<script>").containsOnlyOnce("<style>");
  }

  @Test
  void everyLineOfTheConfigHasItsNumber() {
    String page = HtmlPage.of(Configs.diagram("{}"), "a.yaml", "one\r\ntwo\r\n\tthree <b>");

    assertThat(page)
        .contains("<li id=\"L1\"><code>one</code></li>")
        .contains("<li id=\"L2\"><code>two</code></li>")
        .contains("<li id=\"L3\"><code>    three &lt;b&gt;</code></li>");
  }

  @Test
  void wordsThatThePageFillsInAreTextElsewhere() {
    String yaml =
        """
        service:
          pipelines:
            "traces/@CONFIG@": {receivers: ["otlp/@SCRIPT@"], exporters: ["debug/$1\\\\"]}
        """;
    String page = HtmlPage.of(Configs.diagram(yaml), "@NOTES@.yaml", "@STYLE@");

    assertThat(page)
        .contains("<h1>@NOTES@.yaml</h1>")
        .contains(">traces/@CONFIG@</text>")
        .contains("otlp/@SCRIPT@")
        .contains("debug/$1\\")
        .contains("<code>@STYLE@</code>");
  }

  @Test
  void hostileIdsStayText() {
    assertThat(page(Configs.HOSTILE))
        .doesNotContain("<img")
        .doesNotContain("<b>")
        .doesNotContain("<script>alert");
  }

  private static String page(String yaml) {
    return HtmlPage.of(Configs.diagram(yaml), "collector.yaml", yaml);
  }

  private static String between(String text, String start, String end) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
