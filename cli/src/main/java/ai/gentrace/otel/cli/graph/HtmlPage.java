package ai.gentrace.otel.cli.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A diagram beside its config in one page that needs no network: a policy in the page lets nothing
 * be loaded and no other script run.
 */
public final class HtmlPage {
  private static final Pattern PLACE = Pattern.compile("@([A-Z_]+)@");

  private HtmlPage() {}

  /**
   * The page.
   *
   * @param file the config's name
   * @param config its text without secrets; see {@link Redaction}
   */
  public static String of(Diagram diagram, String file, String config) {
    String script = Markup.resource("page.js");
    String style = Markup.resource("diagram.css") + Markup.resource("page.css");
    Map<String, String> parts =
        Map.of(
            "SCRIPT", script,
            "SCRIPT_HASH", hash(script),
            "STYLE", style,
            "STYLE_HASH", hash(style),
            "FILE", Markup.escape(Labels.printable(file)),
            "SUMMARY", summary(diagram),
            "DIAGRAM", SvgDiagram.embedded(diagram),
            "CONFIG", lines(config),
            "NOTES", notes(diagram));
    // In one pass: what is filled in may itself look like a place to fill in.
    return PLACE
        .matcher(Markup.resource("page.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
  }

  private static String summary(Diagram diagram) {
    long reaching = diagram.lanes().stream().filter(Lane::gentrace).count();
    String pipelines = diagram.lanes().size() == 1 ? " pipeline" : " pipelines";
    return diagram.lanes().size()
        + pipelines
        + (reaching == 0 ? ", none to Gentrace" : ", " + reaching + " to Gentrace");
  }

  private static String notes(Diagram diagram) {
    List<Note> notes = diagram.allNotes();
    StringBuilder html = new StringBuilder();
    for (Note note : notes) {
      int line = note.position().line();
      html.append("<li class=\"").append(note.level().name().toLowerCase(Locale.ROOT));
      html.append("\"><a href=\"#L").append(line).append("\">").append(Markup.escape(note.rule()));
      html.append(" line ").append(line).append("</a> ").append(Markup.escape(note.message()));
      html.append("</li>\n");
    }
    for (String unused : diagram.unused()) {
      html.append("<li class=\"info\">in no pipeline: ").append(Markup.escape(unused));
      html.append("</li>\n");
    }
    return html.isEmpty() ? "<li class=\"none\">no findings</li>\n" : html.toString();
  }

  private static String lines(String config) {
    StringBuilder html = new StringBuilder();
    int number = 1;
    for (String line : config.split("\r\n|[\n\r\u0085\u2028\u2029]", -1)) {
      html.append("<li id=\"L").append(number++).append("\"><code>");
      html.append(Markup.escape(Labels.printable(line.replace("\t", "    "))));
      html.append("</code></li>\n");
    }
    return html.toString();
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
