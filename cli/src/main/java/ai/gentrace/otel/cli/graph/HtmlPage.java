package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The picture as one HTML page beside the config's lines. It loads nothing, and its policy forbids
 * the browser to: only the style and the script that it brings may be used. Nothing of the config
 * stands in either.
 */
public final class HtmlPage {
  private final Drawing drawing;
  private final SourceView source;
  private final Map<Integer, Node> nodesByLine = new HashMap<>();
  private final Map<Integer, List<Finding>> findingsByLine = new HashMap<>();
  private final List<Finding> findingsElsewhere = new ArrayList<>();

  private HtmlPage(Drawing drawing, SourceView source) {
    this.drawing = drawing;
    this.source = source;
    for (Node node : drawing.nodes()) {
      Node other = nodesByLine.putIfAbsent(node.firstLine(), node);
      if (other != null && node.gentrace() && !other.gentrace()) {
        nodesByLine.put(node.firstLine(), node);
      }
    }
    for (Finding finding : drawing.allFindings()) {
      int line = finding.place().start().line();
      boolean shown = source.first() <= line && line <= source.last();
      boolean here = shown && finding.place().file().equals(source.file());
      (here ? findingsByLine.computeIfAbsent(line, key -> new ArrayList<>()) : findingsElsewhere)
          .add(finding);
    }
  }

  /** The page. */
  public static String render(Drawing drawing, SourceView source) {
    return new HtmlPage(drawing, source).render();
  }

  private String render() {
    String style = "\n" + Stylesheets.page();
    String script = "\n" + Stylesheets.read("page.js");
    SvgPicture.Part svg = SvgPicture.part(drawing, this::opening, node -> "</a>");
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>Pipelines of %s</title>
    <style>%s</style>
    </head>
    <body>
    <a class="skip" href="#source">To the config</a>
    <header>
    <h1>%s</h1>
    <div class="facts">%s</div>
    <div class="tools" hidden="hidden"><button type="button" id="out" aria-label="Smaller">&#8722;</button><button type="button" id="in" aria-label="Larger">+</button><button type="button" id="fit">Fit</button><button type="button" id="theme">Light or dark</button></div>
    <div class="key">%s</div>
    </header>
    <main%s>
    <div class="stage" tabindex="0" role="region" aria-label="Pipelines">
    %s</div>
    <div class="source" id="source" tabindex="0" role="region" aria-label="Config">
    %s</div>
    </main>
    <script>%s</script>
    </body>
    </html>
    """
        .formatted(
            hash(style),
            hash(script),
            Markup.text(drawing.title()),
            style,
            Markup.text(drawing.title()),
            facts(),
            key(),
            svg.isWide() ? " class=\"wide\"" : "",
            svg.text(),
            lines(),
            script);
  }

  private String facts() {
    List<String> facts = new ArrayList<>();
    int lanes = drawing.lanes().size();
    facts.add(lanes == 1 ? "1 pipeline" : lanes + " pipelines");
    long gentrace = drawing.lanes().stream().filter(Lane::gentrace).count();
    facts.add(
        gentrace == 0
            ? "none to Gentrace"
            : "<span class=\"gentrace\">" + gentrace + " to Gentrace</span>");
    for (Severity level : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      long count =
          drawing.allFindings().stream().filter(finding -> finding.severity() == level).count();
      if (count > 0) {
        String word = level.key() + (count == 1 || level == Severity.INFO ? "" : "s");
        facts.add("<span class=\"" + level.key() + "\">" + count + " " + word + "</span>");
      }
    }
    return String.join(" &#183; ", facts);
  }

  private String key() {
    StringBuilder key = new StringBuilder();
    for (Role role : List.of(Role.RECEIVER, Role.PROCESSOR, Role.EXPORTER, Role.CONNECTOR)) {
      if (drawing.nodes().stream().anyMatch(node -> node.role() == role)) {
        entry(role.key(), role.noun(), key);
      }
    }
    if (drawing.reachesGentrace()) {
      entry("gentrace", "on the way to Gentrace", key);
    }
    if (drawing.nodes().stream().anyMatch(node -> node.look() == Look.BROKEN)) {
      entry("broken", "the collector refuses it", key);
    }
    return key.append(
            "<div>Tab and the arrow keys choose a box, Enter shows its lines, + &#8722; 0 zoom")
        .append("</div>")
        .toString();
  }

  private static void entry(String kind, String text, StringBuilder to) {
    to.append("<span class=\"").append(kind).append("\">").append(text).append("</span>");
  }

  private String opening(Node node) {
    StringBuilder label = new StringBuilder(node.role().noun()).append(' ').append(node.label());
    label.append(node.note().isEmpty() ? "" : ", " + node.note());
    label.append(", line ").append(node.firstLine());
    label.append(node.gentrace() ? ", on the way to Gentrace" : "");
    node.findings()
        .forEach(
            finding ->
                label
                    .append(", ")
                    .append(finding.severity().key())
                    .append(' ')
                    .append(finding.rule().id()));
    return "<a class=\"%s\" id=\"%s\" href=\"#L%d\" data-first=\"%d\" data-last=\"%d\" aria-label=\"%s\">"
        .formatted(
            SvgPicture.classes(node),
            node.key(),
            node.firstLine(),
            node.firstLine(),
            node.lastLine(),
            Markup.text(label.toString()));
  }

  private String lines() {
    StringBuilder lines = new StringBuilder();
    findingsElsewhere.forEach(finding -> finding(finding, lines));
    boolean[] gentrace = gentraceLines();
    for (int i = 0; i < source.lines().size(); i++) {
      int number = source.first() + i;
      Node node = nodesByLine.get(number);
      String shown =
          node == null
              ? "<span class=\"no\">" + number + "</span>"
              : "<a class=\"no\" href=\"#" + node.key() + "\">" + number + "</a>";
      lines.append("<div class=\"line").append(gentrace[i] ? " gentrace" : "").append("\" id=\"L");
      lines.append(number).append("\">").append(shown);
      lines.append(Markup.line(source.lines().get(i))).append("</div>\n");
      findingsByLine.getOrDefault(number, List.of()).forEach(finding -> finding(finding, lines));
    }
    return lines.toString();
  }

  private boolean[] gentraceLines() {
    boolean[] gentrace = new boolean[source.lines().size()];
    for (Node node : drawing.nodes()) {
      int last = Math.min(node.lastLine(), source.last());
      for (int line = Math.max(node.firstLine(), source.first()); line <= last; line++) {
        gentrace[line - source.first()] |= node.gentrace();
      }
    }
    return gentrace;
  }

  private void finding(Finding finding, StringBuilder to) {
    to.append("<div class=\"finding ").append(finding.severity().key()).append("\"><b>");
    to.append(finding.severity().key())
        .append(' ')
        .append(Markup.text(finding.rule().id()))
        .append("</b> ");
    to.append(Markup.text(finding.message()));
    if (!finding.help().isEmpty()) {
      to.append("<br/>").append(Markup.text(finding.help()));
    }
    to.append("</div>\n");
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
