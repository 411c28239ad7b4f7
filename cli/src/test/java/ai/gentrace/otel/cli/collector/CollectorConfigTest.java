package ai.gentrace.otel.cli.collector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectorConfigTest {
  @Test
  void everyElementKnowsItsPlace() {
    CollectorConfig config =
        config(
            "c.yaml",
            """
            receivers:
              otlp/in:
                protocols: {grpc: }
            service:
              extensions: [zpages]
              pipelines:
                traces/a:
                  receivers: [ otlp/in ]
                  exporters:
                    - debug
            """);

    Component receiver = config.section(ComponentKind.RECEIVER).components().get(0);
    assertThat(receiver.id()).isEqualTo(new ComponentId("otlp", "in"));
    assertThat(receiver.setting().keyPlace()).hasToString("c.yaml:2:3");
    Pipeline pipeline = config.pipelines().get(0);
    assertThat(pipeline.signal()).isEqualTo(Signal.TRACES);
    assertThat(pipeline.receivers().items().get(0).item().place()).hasToString("c.yaml:8:20");
    assertThat(pipeline.exporters().items().get(0).item().place()).hasToString("c.yaml:10:11");
    assertThat(config.enabledExtensions().ids()).containsExactly(ComponentId.of("zpages"));
  }

  @Test
  void wrongTypesCountAsEmptyAndStayVisible() {
    CollectorConfig config =
        config(
            "c.yaml",
            """
            receivers: [otlp]
            exporters: ${file:exporters.yaml}
            service:
              pipelines:
                traces: {receivers: otlp, exporters: [{a: b}, '${env:EXPORTER}']}
                Metrics:
            """);

    assertThat(config.section(ComponentKind.RECEIVER).components()).isEmpty();
    assertThat(config.root().find("receivers"))
        .extracting(s -> s.value().kind())
        .isEqualTo("a list");
    assertThat(config.section(ComponentKind.EXPORTER).isKnown()).isFalse();
    Pipeline traces = config.pipelines().get(0);
    assertThat(traces.receivers().items()).isEmpty();
    assertThat(traces.exporters().isKnown()).isFalse();
    assertThat(config.pipelines().get(1).signal()).isNull();
  }

  @Test
  void mergeKeysAliasesAndDoubleColonsAreResolved() {
    CollectorConfig config =
        config(
            "c.yaml",
            """
            exporters:
              otlp/a: &base
                endpoint: a:1
                tls: {insecure: true}
              otlp/b:
                <<: *base
                endpoint: b:1
              otlp/c: *base
              otlp/d:
                tls::insecure: true
                tls::ca_file: x
            """);

    Component b = exporter(config, "otlp/b");
    assertThat(text(b.find("endpoint"))).isEqualTo("b:1");
    assertThat(text(b.find("tls", "insecure"))).isEqualTo("true");
    assertThat(exporter(config, "otlp/c").body()).isSameAs(exporter(config, "otlp/a").body());
    assertThat(text(exporter(config, "otlp/d").find("tls", "ca_file"))).isEqualTo("x");
    assertThat(text(exporter(config, "otlp/d").find("tls", "insecure"))).isEqualTo("true");
  }

  @Test
  void laterFilesAddToMapsAndReplaceTheRest() {
    CollectorConfig merged =
        CollectorConfig.merged(
            List.of(
                config(
                    "a.yaml",
                    """
                    processors: {batch: }
                    exporters:
                      otlp: {endpoint: a:1, headers: {x: y}}
                    service:
                      pipelines:
                        traces: {receivers: [otlp], exporters: [otlp]}
                    """),
                config(
                    "b.yaml",
                    """
                    processors:
                    exporters:
                      otlp: {endpoint: b:1}
                      debug: {}
                    service:
                      pipelines:
                        traces: {exporters: [debug]}
                    """)));

    assertThat(merged.section(ComponentKind.PROCESSOR).components()).isEmpty();
    Component otlp = exporter(merged, "otlp");
    assertThat(text(otlp.find("endpoint"))).isEqualTo("b:1");
    assertThat(otlp.find("endpoint")).extracting(s -> s.value().place().file()).isEqualTo("b.yaml");
    assertThat(text(otlp.find("headers", "x"))).isEqualTo("y");
    Pipeline traces = merged.pipelines().get(0);
    assertThat(traces.receivers().ids()).containsExactly(ComponentId.of("otlp"));
    assertThat(traces.exporters().ids()).containsExactly(ComponentId.of("debug"));
  }

  @Test
  void aliasesThatMultiplyAreRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(config("c.yaml", bomb.toString()).problems())
        .extracting(ConfigProblem::kind)
        .contains(ConfigProblem.Kind.EXCESSIVE_ALIASES);
  }

  @Test
  void aConfigOfThousandsIsReadAsASmallOne() {
    StringBuilder text = new StringBuilder("receivers: {otlp: }\nprocessors:\n");
    for (int i = 0; i < 3000; i++) {
      text.append("  batch/%d: {timeout: %ds}%n".formatted(i, i));
    }
    text.append("service:\n  pipelines:\n");
    for (int i = 0; i < 3000; i++) {
      text.append("    traces/%d: {receivers: [otlp], processors: [batch/%<d]}%n".formatted(i));
    }

    CollectorConfig config = config("c.yaml", text.toString());

    Component last = config.component(ComponentKind.PROCESSOR, ComponentId.of("batch / 2999"));
    assertThat(last).isNotNull();
    assertThat(text(last.find("timeout"))).isEqualTo("2999s");
    assertThat(last).isEqualTo(config.section(ComponentKind.PROCESSOR).components().get(2999));
    assertThat(config.component(ComponentKind.PROCESSOR, ComponentId.of("batch/3000"))).isNull();
    assertThat(config.pipelines()).hasSize(3000).contains(config.pipelines().get(2999));
    assertThat(config.pipeline(ComponentId.of("traces/7")).processors().ids())
        .containsExactly(ComponentId.of("batch/7"));
  }

  @Test
  void amongThousandsKeysAreTrimmedAndTakenApartToo() {
    StringBuilder text = new StringBuilder("exporters:\n  otlp / b: {endpoint: b:1}\n");
    for (int i = 0; i < 3000; i++) {
      text.append("  debug/%d:%n".formatted(i));
    }
    text.append("  otlp/d::tls::insecure: true\n  otlp/d::tls::ca_file: x\n");

    CollectorConfig config = config("c.yaml", text.toString());

    assertThat(text(exporter(config, "otlp/b").find("endpoint"))).isEqualTo("b:1");
    assertThat(text(exporter(config, "otlp/d").find("tls", "insecure"))).isEqualTo("true");
  }

  @Test
  void whatAnAliasStandsForIsTheSameValueAsAtItsAnchor() {
    CollectorConfig config =
        config(
            "c.yaml",
            """
            x: {base: &base {tls: {insecure: true}, list: [1]}}
            exporters: {otlp: *base}
            """);

    assertThat(exporter(config, "otlp").body()).isEqualTo(config.root().find("x", "base").value());
  }

  @Test
  void aListIsNoConfig() {
    CollectorConfig config = config("c.yaml", "- receivers\n");

    assertThat(config.problems())
        .extracting(ConfigProblem::kind)
        .containsExactly(ConfigProblem.Kind.NOT_A_MAP);
    assertThat(config.pipelines()).isEmpty();
  }

  static CollectorConfig config(String name, String text) {
    YamlStream stream = YamlStream.parse(YamlSource.ofText(name, text));
    assertThat(stream.problems()).isEmpty();
    return CollectorConfig.of(stream.source(), stream.documents().get(0).root());
  }

  private static Component exporter(CollectorConfig config, String id) {
    Component component = config.component(ComponentKind.EXPORTER, ComponentId.of(id));
    assertThat(component).as(id).isNotNull();
    return component;
  }

  private static String text(Setting setting) {
    assertThat(setting).isNotNull();
    return ((ScalarValue) setting.value()).text();
  }
}
