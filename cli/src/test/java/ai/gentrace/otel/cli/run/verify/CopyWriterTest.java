package ai.gentrace.otel.cli.run.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.verify.RunCopy.Variant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopyWriterTest {
  @Test
  void keepsProcessorsAndTopologyAndLeadsExportersToCaptures() {
    RunCopy copy = Configs.copy(Configs.MERGED, Variant.WITH);

    assertThat(copy.yaml())
        .isEqualTo(
            """
            receivers:
              "otlp": {"protocols": {"http": {"endpoint": "127.0.0.1:0", "include_metadata": true}}}
            processors:
              "batch": {"timeout": 2s}
              "filter/gentrace_sample": {"error_mode": ignore, "trace_conditions": \
            ["span.attributes[\\"gentrace.sample\\"] != \\"true\\""]}
              "batch/gentrace": {"timeout": 500ms}
            exporters:
              "otlp_http/capture_1": {"endpoint": "http://OTHER/otlp/tempo", "compression": none, \
            "retry_on_failure": {"enabled": false}, "sending_queue": {"enabled": false}}
              "otlp_http/capture_2": {"endpoint": "http://OTHER/debug", "compression": none, \
            "retry_on_failure": {"enabled": false}, "sending_queue": {"enabled": false}}
              "otlp_http/gentrace": {"traces_endpoint": "http://GENTRACE/api/otel/v1/traces", \
            "headers": {"Authorization": "Bearer dummy-key"}, \
            "sending_queue": {"sizer": bytes, "queue_size": 134217728}}
            service:
              pipelines:
                "traces": {"receivers": ["otlp"], "processors": ["batch"], \
            "exporters": ["otlp_http/capture_1", "otlp_http/capture_2"]}
                "traces/gentrace": {"receivers": ["otlp"], \
            "processors": ["filter/gentrace_sample", "batch/gentrace"], \
            "exporters": ["otlp_http/gentrace"]}
            """);
    assertThat(copy.listeners())
        .isEqualTo(Map.of(ComponentId.of("otlp"), "receivers::otlp::protocols::http::endpoint"));
  }

  @Test
  void aReceiverAndAnExporterMayHaveTheSameId() {
    String sameId = Configs.MERGED.replace("otlp/tempo", "otlp");

    assertThat(Configs.copy(sameId, Variant.WITH).yaml())
        .contains(
            "\"traces\": {\"receivers\": [\"otlp\"], \"processors\": [\"batch\"], \"exporters\":"
                + " [\"otlp_http/capture_1\", \"otlp_http/capture_2\"]}");
  }

  @Test
  void withoutGentraceNothingOfItIsLeft() {
    RunCopy copy = Configs.copy(Configs.MERGED, Variant.WITHOUT);

    assertThat(copy.yaml()).doesNotContain("gentrace").contains("\"traces\": {\"receivers\"");
  }

  @Test
  void theGateIsTakenOutOfASharedPipelineToo() {
    String shared =
        Configs.MERGED.replace(
            "processors: [batch]", "processors: [filter/gentrace_sample, batch]");

    assertThat(Configs.copy(shared, Variant.WITH).yaml())
        .contains("[\"filter/gentrace_sample\", \"batch\"]");
    assertThat(Configs.copy(shared, Variant.WITHOUT).yaml())
        .contains("\"processors\": [\"batch\"]")
        .doesNotContain("gentrace");
  }

  @Test
  void oneRequestFillsASmallQueue() {
    assertThat(Configs.copy(Configs.MERGED, Variant.SMALL_QUEUE).yaml())
        .contains(
            "\"sending_queue\": {\"sizer\": requests, \"queue_size\": 1, \"num_consumers\": 1}");
  }

  @Test
  void aDoubledPathStaysDoubled() {
    String guide = Configs.MERGED.replace("traces_endpoint: https", "endpoint: https");

    assertThat(Configs.copy(guide, Variant.WITH).yaml())
        .contains("{\"endpoint\": \"http://GENTRACE/api/otel/v1/traces\"");
  }

  @Test
  void aKeyThatIsWrittenOutIsNotCopied() {
    String literal = Configs.MERGED.replace("Bearer ${env:GENTRACE_API_KEY}", "Bearer sk-secret");

    assertThat(Configs.copy(literal, Variant.WITH).yaml())
        .doesNotContain("sk-secret")
        .contains("Bearer dummy-key");
  }

  @Test
  void mistakesInTheHeaderStay() {
    String quoted =
        Configs.MERGED.replace("'Bearer ${env:GENTRACE_API_KEY}'", "'\"${env:GENTRACE_API_KEY}\"'");
    String unbraced = Configs.MERGED.replace("${env:GENTRACE_API_KEY}", "$GENTRACE_API_KEY");

    assertThat(Configs.copy(quoted, Variant.WITH).yaml())
        .contains("\"Authorization\": \"\\\"dummy-key\\\"\"");
    assertThat(Configs.copy(unbraced, Variant.WITH).yaml())
        .contains("\"Authorization\": \"Bearer $$GENTRACE_API_KEY\"");
  }

  @Test
  void headersInListFormAreCopiedWithDummies() {
    String list =
        Configs.MERGED.replace(
            "      Authorization: 'Bearer ${env:GENTRACE_API_KEY}'",
            "      - {name: Authorization, value: 'Bearer ${env:K}'}\n"
                + "      - {name: x-tenant, value: acme}");

    assertThat(Configs.copy(list, Variant.WITH).yaml())
        .contains("{\"name\": Authorization, \"value\": \"Bearer dummy-key\"}")
        .contains("{\"name\": x-tenant, \"value\": \"dummy-key\"}");
  }

  @Test
  void variablesOfKeptPartsGetValuesThatFitAndDefaultsStay() {
    String variables =
        Configs.MERGED.replace(
            "batch: {timeout: 2s}",
            "batch: {timeout: '${env:T}', send_batch_size: '${env:N}', metadata_keys: ['${env:K:-a}']}");

    RunCopy copy = Configs.copy(variables, Variant.WITH);

    assertThat(copy.environment()).isEqualTo(Map.of("T", "1s", "N", "1024"));
    assertThat(copy.yaml()).contains("\"timeout\": \"${env:T}\"").contains("[\"${env:K:-a}\"]");
    assertThat(copy.variables()).extracting(Variables.Use::name).containsExactly("T", "N");
  }

  @Test
  void whatWouldBeFetchedFromElsewhereIsNot() {
    String remote =
        Configs.MERGED.replace(
            "batch: {timeout: 2s}", "batch: {metadata_keys: ['${https://config.example/key}']}");

    RunCopy copy = Configs.copy(remote, Variant.WITH);

    assertThat(copy.yaml()).doesNotContain("config.example").contains("[\"verify\"]");
    assertThat(copy.variables())
        .extracting(Variables.Use::name)
        .containsExactly("${https://config.example/key}");
  }

  @Test
  void scalarsKeepTheTypeThatTheyHave() {
    String types =
        Configs.MERGED.replace(
            "batch: {timeout: 2s}",
            "transform: {a: 0123, b: '0123', c: yes, d: 1_000, e: .inf, f: ~, g: 2024-01-02,"
                + " h: !!str 5, i: \"x\\ty\", j: 'a: b', k: 1e3, l: true, m: 0o17, n: }");

    assertThat(Configs.copy(types.replace("[batch]", "[transform]"), Variant.WITH).yaml())
        .contains(
            "\"transform\": {\"a\": 0123, \"b\": \"0123\", \"c\": yes, \"d\": 1_000, \"e\": .inf,"
                + " \"f\": ~, \"g\": 2024-01-02, \"h\": !!str 5, \"i\": \"x\\u0009y\","
                + " \"j\": \"a: b\", \"k\": 1e3, \"l\": true, \"m\": 0o17, \"n\": ~}");
  }

  @Test
  void processorsThatAskOthersAreLeftOut() {
    String k8s =
        Configs.MERGED
            .replace("batch: {timeout: 2s}", "k8s_attributes: {}\n  batch: {}")
            .replace("processors: [batch]", "processors: [k8s_attributes, batch]");

    assertThat(Configs.copy(k8s, Variant.WITH).yaml()).doesNotContain("k8s_attributes");
  }

  @Test
  void aBearerTokenExtensionIsKeptWithADummy() {
    String auth =
        Configs.MERGED
            .replace(
                "    headers:\n      Authorization: 'Bearer ${env:GENTRACE_API_KEY}'\n",
                "    auth: {authenticator: bearertokenauth/gentrace}\n")
            .replace("health_check: {}", "bearertokenauth/gentrace: {filename: /run/secrets/key}")
            .replace("[health_check,", "[bearertokenauth/gentrace,");

    assertThat(Configs.copy(auth, Variant.WITH).yaml())
        .contains("\"auth\": {\"authenticator\": \"bearertokenauth/gentrace\"}")
        .contains("\"bearertokenauth/gentrace\": {\"token\": \"dummy-key\"}")
        .contains("  extensions: [\"bearertokenauth/gentrace\"]")
        .doesNotContain("/run/secrets");
  }

  @Test
  void countsAreSentOftenAndRoutesToMissingPipelinesGo() {
    String connectors =
        """
        receivers: {otlp: {protocols: {http: {}}}}
        exporters: {debug: {}, otlp_http/gentrace: {traces_endpoint: 'https://gentrace.ai/api/otel/v1/traces'}}
        connectors:
          spanmetrics: {metrics_flush_interval: 1m}
          routing:
            default_pipelines: [traces/own]
            table:
              - {statement: route(), pipelines: [traces/gentrace]}
              - {statement: route(), pipelines: [traces/gentrace, traces/own]}
        service:
          pipelines:
            traces: {receivers: [otlp], exporters: [routing, spanmetrics]}
            traces/own: {receivers: [routing], exporters: [debug]}
            traces/gentrace: {receivers: [routing], exporters: [otlp_http/gentrace]}
            metrics: {receivers: [spanmetrics], exporters: [debug]}
        """;

    assertThat(Configs.copy(connectors, Variant.WITHOUT).yaml())
        .contains("\"spanmetrics\": {\"metrics_flush_interval\": 1s}")
        .contains(
            "\"routing\": {\"default_pipelines\": [traces/own], \"table\": [{\"statement\":"
                + " \"route()\", \"pipelines\": [traces/own]}]}");
  }
}
