package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;
import java.util.Set;

/** Configs that the tests of all formats draw. */
final class Configs {
  /** An existing config with the Gentrace parts. */
  static final String MERGED =
      """
      receivers:
        otlp:
        zipkin:
      processors:
        memory_limiter:
        filter/gentrace_sample:
        batch:
        batch/gentrace:
      exporters:
        otlp/backend:
        debug:
        otlp_http/gentrace:
      connectors:
        spanmetrics:
      extensions:
        health_check:
        pprof:
      service:
        extensions: [health_check]
        pipelines:
          traces:
            receivers: [otlp, zipkin]
            processors: [memory_limiter, batch]
            exporters: [otlp/backend, spanmetrics]
          metrics:
            receivers: [spanmetrics]
            exporters: [otlp/backend]
          traces/gentrace:
            receivers: [otlp, zipkin]
            processors: [memory_limiter, filter/gentrace_sample, batch/gentrace]
            exporters: [otlp_http/gentrace]
      """;

  /** Two pipelines that feed each other, one that feeds itself, and names of nothing. */
  static final String CYCLES =
      """
      receivers:
        otlp:
      exporters:
        debug:
      connectors:
        forward/a:
        forward/b:
        forward/self:
      service:
        pipelines:
          traces/1:
            receivers: [otlp, forward/b]
            exporters: [forward/a, debug]
          traces/2:
            receivers: [forward/a, missing]
            exporters: [forward/b]
          traces/3:
            receivers: [forward/self]
            exporters: [forward/self]
          traces/4:
            receivers: []
            processors: [nothing]
      """;

  /** Ids that want to be something else in one of the formats. */
  static final String HOSTILE =
      """
      receivers:
        "otlp/</script><script>alert(1)</script>":
        'otlp/"]; A --> B; %% #quot; `x`':
        "otlp/\\e[31mred\\r\\n\\ttwo lines\\u202Eback":
        "otlp/\\\\N\\\\\\"&amp;&lt;{x|y}<b>":
        "otlp/\\u65E5\\u672C\\U0001F600 ]]> -->":
      processors:
        "end":
        "subgraph/graph TD; classDef x":
      exporters:
        "": {}
        "debug/ onload=alert(1) '\\"":
      service:
        pipelines:
          "traces/</text></svg><img src=x onerror=alert(1)>":
            receivers:
              - "otlp/</script><script>alert(1)</script>"
              - 'otlp/"]; A --> B; %% #quot; `x`'
              - "otlp/\\e[31mred\\r\\n\\ttwo lines\\u202Eback"
              - "otlp/\\\\N\\\\\\"&amp;&lt;{x|y}<b>"
              - "otlp/\\u65E5\\u672C\\U0001F600 ]]> -->"
            processors: ["end", "subgraph/graph TD; classDef x"]
            exporters: ["", "debug/ onload=alert(1) '\\""]
      """;

  private static final ComponentId GENTRACE = ComponentId.of("otlp_http/gentrace");

  private Configs() {}

  static Diagram diagram(String yaml, Note... notes) {
    return Diagram.of(config(yaml), Set.of(GENTRACE), List.of(notes));
  }

  static CollectorConfig config(String yaml) {
    YamlSource source = YamlSource.ofText("collector.yaml", yaml);
    return CollectorConfig.of(source, YamlStream.parse(source).documents().get(0).root());
  }

  /** As many pipelines as asked, each with a neighbour. */
  static String large(int pipelines) {
    StringBuilder yaml =
        new StringBuilder("receivers:\n  otlp:\nexporters:\n  debug:\nconnectors:\n");
    for (int i = 0; i < pipelines; i++) {
      yaml.append("  forward/").append(i).append(":\n");
    }
    yaml.append("service:\n  pipelines:\n");
    for (int i = 0; i < pipelines; i++) {
      yaml.append("    traces/").append(i).append(":\n      receivers: [otlp");
      yaml.append(i > 0 ? ", forward/" + (i - 1) : "").append("]\n");
      yaml.append("      exporters: [debug, forward/").append(i).append("]\n");
    }
    return yaml.toString();
  }
}
