package ai.gentrace.otel.it.truth;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.gentrace.gate.GateMeaning;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import ai.gentrace.otel.cli.gentrace.ottl.Truth;
import ai.gentrace.otel.cli.run.CapturedSpan;
import ai.gentrace.otel.cli.run.Export;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import io.opentelemetry.api.common.Attributes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A gate lets through the spans that {@code validate} says it does. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class GateTruthIT {
  private static final Map<String, Attributes> SPANS =
      Map.of(
          "unmarked", Attributes.empty(),
          "true", Attributes.of(stringKey("gentrace.sample"), "true"),
          "false", Attributes.of(stringKey("gentrace.sample"), "false"),
          "bool", Attributes.of(booleanKey("gentrace.sample"), true));

  @TempDir Path folder;

  @Claim("What validate says of a gate is what the collector does with the spans")
  @Test
  void theCollectorAgreesOnEveryGate(Scene scene) throws Exception {
    List<Filter> filters = accepted(Filter.all());
    scene.config(config(filters)).start();
    Service app = scene.plainService("app");
    SPANS.forEach(
        (name, attributes) ->
            app.tracer().spanBuilder(name).setAllAttributes(attributes).startSpan().end());
    scene.finish();

    Map<String, Set<String>> passed = new LinkedHashMap<>();
    for (Export export : scene.gentrace().exports()) {
      Set<String> names = passed.computeIfAbsent(export.path(), path -> new TreeSet<>());
      export.spans().stream().map(CapturedSpan::name).forEach(names::add);
    }
    List<String> wrong = new ArrayList<>();
    int decided = 0;
    for (int i = 0; i < filters.size(); i++) {
      Map<String, Truth> said = said(filters.get(i));
      Set<String> seen = passed.getOrDefault("/gate/" + i, Set.of());
      for (Map.Entry<String, Truth> span : said.entrySet()) {
        if (span.getValue() != Truth.UNKNOWN) {
          decided++;
          if (seen.contains(span.getKey()) != (span.getValue() == Truth.TRUE)) {
            wrong.add(filters.get(i).body() + ": passed " + seen + ", said " + said);
          }
        }
      }
    }
    System.out.printf(
        "gates: %d filters, %d of %d verdicts decided, %d wrong%n",
        filters.size(), decided, filters.size() * SPANS.size(), wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(decided).isPositive();
  }

  private List<Filter> accepted(List<Filter> filters) throws Exception {
    List<Judgement> judgements =
        new Judge(folder)
            .judge(filters.stream().map(each -> Sample.of(each.body(), each.config())).toList());
    List<Filter> accepted = new ArrayList<>();
    for (int i = 0; i < filters.size(); i++) {
      if (judgements.get(i).isAccepted()) {
        accepted.add(filters.get(i));
      }
    }
    return accepted;
  }

  /** All filters side by side, each before an exporter with a path of its own. */
  private static String config(List<Filter> filters) {
    StringBuilder processors = new StringBuilder();
    StringBuilder exporters = new StringBuilder();
    StringBuilder pipelines = new StringBuilder();
    for (int i = 0; i < filters.size(); i++) {
      processors.append("  filter/%d: %s\n".formatted(i, tolerant(filters.get(i))));
      exporters.append(
          "  otlp_http/%d: {traces_endpoint: '${env:GENTRACE_URL}/gate/%d', sending_queue: {enabled: false}}\n"
              .formatted(i, i));
      pipelines.append(
          "    traces/%d: {receivers: [otlp], processors: [filter/%d], exporters: [otlp_http/%d]}\n"
              .formatted(i, i, i));
    }
    return "receivers:\n  otlp: {protocols: {http: {}}}\nprocessors:\n"
        + processors
        + "exporters:\n"
        + exporters
        + "service:\n  pipelines:\n"
        + pipelines;
  }

  /** A condition that fails for a span is about that span only. */
  private static String tolerant(Filter filter) {
    return filter.body().contains("error_mode")
        ? filter.body()
        : filter.body().replaceFirst("\\{", "{error_mode: ignore, ").replace(", }", "}");
  }

  private static Map<String, Truth> said(Filter filter) {
    YamlStream file = YamlStream.parse(YamlSource.ofText("gate.yaml", filter.config()));
    CollectorConfig config = CollectorConfig.of(file.source(), file.documents().get(0).root());
    GateMeaning meaning =
        GateMeaning.of(SpanFilter.of(config.section(ComponentKind.PROCESSOR).components().get(0)));
    return Map.of(
        "unmarked", meaning.unmarked(),
        "true", meaning.marked(),
        "false", meaning.markedFalse(),
        "bool", meaning.markedBool());
  }
}
