package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class KubernetesTest extends CommandTest {
  private static final String CONFIG =
      """
      receivers:
        otlp: {protocols: {grpc: {}}}
      exporters:
        debug: {}
      service:
        pipelines:
          traces: {receivers: [otlp], exporters: [debug]}
      """;
  private static final String HELM = "mode: daemonset # one per node\nconfig:\n" + CONFIG.indent(2);
  private static final String RESOURCE =
      "apiVersion: opentelemetry.io/v1beta1\nkind: OpenTelemetryCollector\nmetadata: {name: c}\n"
          + "spec:\n  config:\n"
          + CONFIG.indent(4);
  private static final String TEXT_RESOURCE =
      RESOURCE.replace("v1beta1", "v1alpha1").replace("  config:\n", "  config: |\n");
  private static final String CONFIG_MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  relay: |\n"
          + CONFIG.indent(4);

  @Test
  void theSummarySaysKindPathAndHowThePodGetsItsKey() throws IOException {
    write("v.yaml", HELM);

    RunResult result = run("init", "--merge", "v.yaml");

    assertThat(result.err())
        .contains(
            "added to the Helm values at config:",
            "--api-key-secret NAME/KEY adds it",
            """
                extraEnvs:
                  - name: GENTRACE_API_KEY
                    valueFrom:
                      secretKeyRef:
                        name: gentrace
                        key: api-key
            """);
    assertThat(run("remove", "v.yaml").exit()).isEqualTo(ExitCode.DONE);
    assertThat(read("v.yaml")).isEqualTo(HELM);
  }

  @Test
  void theSecretIsAddedAndTakenOutAgain() throws IOException {
    adds(HELM, "\nextraEnvs:\n  # gentrace-otel: the API key for Gentrace\n  - name: LLM_KEY\n");
    adds(HELM + "extraEnvs: []\n", "\nextraEnvs:\n  # gentrace-otel: was []\n");
    adds(HELM + "extraEnvs:\n- name: A\n  value: b # c\n", "  value: b # c\n# gentrace-otel: the");
    adds(
        RESOURCE, "\n  env:\n    # gentrace-otel: the API key for Gentrace\n    - name: LLM_KEY\n");
    adds(TEXT_RESOURCE, "\n  env:\n    # gentrace-otel: the API key");
    adds(
        "collectors:\n  daemon:\n    config:\n" + CONFIG.indent(6),
        "\n    env:\n      # gentrace-otel: the API key");
  }

  private void adds(String file, String expected) throws IOException {
    write("k.yaml", file);

    RunResult result =
        run(
            "init",
            "--merge",
            "k.yaml",
            "--api-key-secret",
            "llm/key.1",
            "--api-key-env",
            "LLM_KEY");

    assertThat(result.exit()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(read("k.yaml")).contains(expected, "name: llm", "key: key.1");
    String merged = read("k.yaml");
    run("init", "--merge", "k.yaml", "--api-key-secret", "llm/key.1", "--api-key-env", "LLM_KEY");
    assertThat(read("k.yaml")).isEqualTo(merged);
    assertThat(run("remove", "k.yaml").exit()).isEqualTo(ExitCode.DONE);
    assertThat(read("k.yaml")).isEqualTo(file);
  }

  @Test
  void theSecretMayComeLater() throws IOException {
    write("v.yaml", HELM);
    run("init", "--merge", "v.yaml");

    RunResult result = run("init", "--merge", "v.yaml", "--api-key-secret", "gentrace/key");

    assertThat(result.err())
        .contains("new extraEnvs, with GENTRACE_API_KEY")
        .doesNotContain("GT108");
    run("remove", "v.yaml");
    assertThat(read("v.yaml")).isEqualTo(HELM);
  }

  @Test
  void aVariableOfTheUsersOwnIsLeftAlone() throws IOException {
    String own =
        HELM
            + "extraEnvs:\n  - name: GENTRACE_API_KEY\n    valueFrom:\n      secretKeyRef:\n"
            + "        name: mine\n        key: k\n";
    write("v.yaml", own);

    RunResult result = run("init", "--merge", "v.yaml", "--api-key-secret", "gentrace/key");

    assertThat(result.err()).contains("the pod gets GENTRACE_API_KEY at v.yaml:");
    run("remove", "v.yaml");
    assertThat(read("v.yaml")).isEqualTo(own);
  }

  @Test
  void aConfigMapSaysWhereTheKeyBelongs() throws IOException {
    write("cm.yaml", CONFIG_MAP);

    assertThat(run("init", "--merge", "cm.yaml", "--api-key-secret", "a/b").err())
        .contains("this is a ConfigMap");
    assertThat(read("cm.yaml")).isEqualTo(CONFIG_MAP);
    assertThat(run("init", "--merge", "cm.yaml").err())
        .contains("in the collector's container:", "env:");
    assertThat(read("cm.yaml")).contains("\n        traces/gentrace:\n");
    run("remove", "cm.yaml");
    assertThat(read("cm.yaml")).isEqualTo(CONFIG_MAP);
  }

  @Test
  void aFileWithSeveralConfigsAsksForThePath() throws IOException {
    write(
        "v.yaml", "agent:\n  config:\n" + CONFIG.indent(4) + "gw:\n  config:\n" + CONFIG.indent(4));

    RunResult asks = run("init", "--merge", "v.yaml");
    RunResult edits = run("init", "--merge", "v.yaml", "--path", "gw.config");

    assertThat(asks.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(asks.err())
        .contains("Helm values at agent.config, Helm values at gw.config", "--path A.B.C");
    assertThat(edits.exit()).isEqualTo(ExitCode.DONE);
    assertThat(read("v.yaml").indexOf("filter/gentrace_sample"))
        .isGreaterThan(read("v.yaml").indexOf("gw:"));
  }

  @Test
  void anAddedReceiverListensOnThePod() throws IOException {
    write("cm.yaml", CONFIG_MAP.replace("traces:", "metrics:").replace("otlp", "prometheus"));
    run("init", "--merge", "cm.yaml");
    assertThat(read("cm.yaml")).contains("endpoint: 0.0.0.0:4317");

    write("p.yaml", read("cm.yaml") + "  other: ${env:MY_POD_IP}\n");
    run("remove", "p.yaml");
    run("init", "--merge", "p.yaml");
    assertThat(read("p.yaml")).contains("endpoint: ${env:MY_POD_IP}:4317");
  }

  @Test
  void whatChartsDefineThemselvesIsAskedFor() throws IOException {
    write("v.yaml", "config:\n  exporters:\n    debug: {}\n");

    RunResult result = run("init", "--merge", "v.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("which ones the chart defines", "--receivers otlp");
    assertThat(run("init", "--merge", "v.yaml", "--receivers", "otlp").exit())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatCannotBeEditedIsNamed() throws IOException {
    refuses("apiVersion: v1\nkind: List\nitems: []\n", "List of resources");
    refuses("apiVersion: v1\nkind: ConfigMap\ndata:\n  a: b\n", "no collector config");
    refuses(CONFIG_MAP.replace("relay: |", "relay: >"), "data.relay is a text");
    refuses("config: |\n" + CONFIG.indent(2), "config is a text");
    refuses(RESOURCE + "---\n" + TEXT_RESOURCE, "several collector configs");
    refuses("config:\n  receivers: {{ .Values.x }}\n", "template");
    refuses("---\n---\n" + CONFIG, "first document of the file is empty");
  }

  @Test
  void aPathHasToLeadToAConfig() throws IOException {
    write("v.yaml", HELM + "other: {a: b}\ntext: |\n  a: b\nlater: {}\n");

    for (String path : new String[] {"other", "text", "mode", "missing.config"}) {
      RunResult result = run("init", "--merge", "v.yaml", "--path", path);
      assertThat(result.exit()).as(path).isEqualTo(ExitCode.UNUSABLE);
      assertThat(result.err())
          .contains("no collector config at that place", "Helm values at config");
    }
    assertThat(run("init", "--merge", "v.yaml", "--path", "later", "--receivers", "otlp").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(run("init", "--merge", "v.yaml", "--path", "a..b").err()).contains("is not a path");
  }

  private void refuses(String file, String reason) throws IOException {
    write("k.yaml", file);

    RunResult result = run("init", "--merge", "k.yaml");

    assertThat(result.exit()).as(reason).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains(reason, "help: ");
    assertThat(read("k.yaml")).isEqualTo(file);
  }
}
