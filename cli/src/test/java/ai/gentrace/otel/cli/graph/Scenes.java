package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;
import java.util.Set;

/** Configs to draw. Exporters called {@code otlp_http/gentrace} go to Gentrace. */
final class Scenes {
  private static final Set<ComponentId> GENTRACE = Set.of(ComponentId.of("otlp_http/gentrace"));

  private Scenes() {}

  static LocatedConfig located(String yaml) {
    return ConfigFinder.plain(YamlStream.parse(YamlSource.ofText("collector.yaml", yaml)));
  }

  static Scene scene(String yaml, Finding... findings) {
    CollectorConfig config = located(yaml).config();
    return new Scene("collector.yaml", config, true, GENTRACE, List.of(findings));
  }

  static Drawing drawing(String yaml, Finding... findings) {
    return Drawing.of(scene(yaml, findings));
  }

  static Drawing incomplete(String yaml) {
    return Drawing.of(new Scene("values.yaml", located(yaml).config(), false, GENTRACE, List.of()));
  }

  static String html(String yaml, Finding... findings) {
    return HtmlPage.render(drawing(yaml, findings), SourceView.of(located(yaml)));
  }

  /** Every format, in colour too. */
  static List<String> allFormats(String yaml, Finding... findings) {
    Drawing drawing = drawing(yaml, findings);
    return List.of(
        new TextPicture(100, true, true).render(drawing),
        new TextPicture(40, false, false).render(drawing),
        MermaidPicture.render(drawing),
        DotPicture.render(drawing),
        SvgPicture.render(drawing),
        html(yaml, findings));
  }

  /** Pipelines with one receiver, two processors and one exporter each. */
  static String manyPipelines(int count) {
    StringBuilder yaml = new StringBuilder("receivers:\n  otlp:\nprocessors:\n  batch:\n");
    yaml.append("  memory_limiter:\nexporters:\n");
    for (int i = 0; i < count; i++) {
      yaml.append("  debug/").append(i).append(":\n");
    }
    yaml.append("service:\n  pipelines:\n");
    for (int i = 0; i < count; i++) {
      yaml.append("    traces/").append(i).append(":\n      receivers: [otlp]\n");
      yaml.append("      processors: [memory_limiter, batch]\n      exporters: [debug/");
      yaml.append(i).append("]\n");
    }
    return yaml.toString();
  }

  /** Pipelines of which each feeds the next through a connector. */
  static String chain(int count) {
    StringBuilder yaml =
        new StringBuilder("receivers:\n  otlp:\nexporters:\n  debug:\nconnectors:\n");
    for (int i = 1; i < count; i++) {
      yaml.append("  forward/").append(i).append(":\n");
    }
    yaml.append("service:\n  pipelines:\n");
    for (int i = 0; i < count; i++) {
      String from = i == 0 ? "otlp" : "forward/" + i;
      String to = i == count - 1 ? "debug" : "forward/" + (i + 1);
      yaml.append("    traces/").append(i).append(":\n      receivers: [").append(from);
      yaml.append("]\n      exporters: [").append(to).append("]\n");
    }
    return yaml.toString();
  }
}
