package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.yaml.Visible;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Ids that try to leave the place they are written to. */
public final class HostileIds {
  /** Each of them once worked somewhere. */
  public static final List<String> KNOWN =
      List.of(
          "<script>window.pwned=1</script>",
          "\"><img src=x onerror=window.pwned=1>",
          "' onclick='window.pwned=1",
          "</title></svg><script>window.pwned=1</script>",
          "]]>",
          "<!--",
          "-->",
          "<![CDATA[x",
          "javascript:window.pwned=1",
          "{{constructor}}",
          "${env:X",
          "a\"]; b -> c; \"",
          "a\\",
          "\\N\\G\\l",
          "&lt;script&gt;&#60;&amp",
          "end",
          "subgraph x[\"y\"]",
          "click n0 \"javascript:window.pwned=1\"",
          "%%{init: {\"securityLevel\": \"loose\"}}%%",
          "#quot;#35;#9829;",
          "`markdown` **bold**",
          "1. list",
          "- item",
          "\u001b[31mred\u001b[0m\u0007",
          "line\nbreak\r\n\ttab",
          "nul\u0000",
          "\u202eesrever\u2066",
          "zero\u200bwidth\ufeff",
          "\u65e5\u672c\u8a9e/\u540d\u524d",
          "e\u0301\u0323 \ud83d\ude80 \ud83d\udc69\u200d\ud83d\udcbb",
          "\ufffe\uffff\ufdd0",
          "\u2028\u2029\u0085",
          "",
          " ",
          "x".repeat(900));

  private HostileIds() {}

  static Arbitrary<String> any() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(KNOWN),
            Arbitraries.strings().all().ofMaxLength(12),
            Arbitraries.strings().withChars("<>&\"'\\`[](){}#;:%=-\n\t ").ofMaxLength(12));
    return Combinators.combine(piece, piece).as((a, b) -> a + b);
  }

  /** A config that uses ids in every place where one may stand. */
  static String config(String one, String two) {
    return """
    receivers:
      %1$s:
    processors:
      %1$s: {}
      %2$s:
    exporters:
      %2$s:
      otlp_http/gentrace:
    connectors:
      forward:
    extensions:
      %1$s:
    service:
      extensions: [%1$s, %2$s]
      pipelines:
        %1$s:
          receivers: [%1$s, forward]
          processors: [%1$s, %2$s]
          exporters: [%2$s, otlp_http/gentrace]
        traces/x:
          receivers: [%2$s]
          exporters: [forward, %1$s]
    """
        .formatted(quote(one), quote(two));
  }

  /** A config with all known ones as processors of one pipeline, and as pipelines. */
  public static String configOfAll() {
    StringBuilder config =
        new StringBuilder("receivers:\n  otlp:\nexporters:\n  debug:\nprocessors:\n");
    KNOWN.forEach(id -> config.append("  ").append(quote(id)).append(":\n"));
    config.append("service:\n  pipelines:\n    traces:\n      receivers: [otlp]\n");
    config.append("      exporters: [debug]\n      processors:\n");
    KNOWN.forEach(id -> config.append("        - ").append(quote(id)).append('\n'));
    for (String id : KNOWN) {
      config.append("    ").append(quote(id)).append(":\n      receivers: [otlp]\n");
      config.append("      exporters: [debug]\n");
    }
    return config.toString();
  }

  /** A large config. */
  public static String manyPipelines(int count) {
    return Scenes.manyPipelines(count);
  }

  /** How an id looks in a picture. */
  public static String shown(String id) {
    return Visible.of(id);
  }

  /** As YAML writes any text between double quotes. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c >= ' ' && c < 0x7f) {
                quoted.append((char) c);
              } else {
                quoted.append("\\u%04x".formatted(c));
              }
            });
    return quoted.append('"').toString();
  }
}
