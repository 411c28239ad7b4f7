package ai.gentrace.otel.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.CommandOutput;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.oracle.Addition;
import ai.gentrace.otel.it.oracle.Verdict;
import ai.gentrace.otel.it.oracle.YamlOracle;
import ai.gentrace.otel.it.scene.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Helm, Kustomize and Flux make of our second files and our edits. */
class OverlayIT {
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

  private static YamlOracle oracle;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    oracle = YamlOracle.start();
  }

  @AfterAll
  static void stop() {
    oracle.close();
  }

  @Claim("Kubernetes: a second Helm values file adds the parts, and edited values render the same")
  @Test
  void helmJoinsASecondValuesFile() throws Exception {
    write(
        "chart/Chart.yaml",
        """
        apiVersion: v2
        name: collector
        version: 1.0.0
        """);
    write("chart/values.yaml", "config:\n  extensions: {health_check: {}}\nextraEnvs: []\n");
    // As the collector's own chart does it: the values pass through tpl.
    write(
        "chart/templates/all.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: collector}
        data:
          relay: |
        {{ tpl (toYaml .Values.config) . | indent 4 }}
          env: |
        {{ toYaml .Values.extraEnvs | indent 4 }}
        """);
    Path values = write("values.yaml", "config:\n" + CONFIG.indent(2));
    Path overlay = folder.resolve("overlay.yaml");
    String before = helm(values);

    launch(
        "init",
        "--merge",
        values.toString(),
        "--overlay",
        overlay.toString(),
        "--api-key-secret",
        "gentrace/api-key");
    String with = helm(values, overlay);
    launch("init", "--merge", values.toString(), "--api-key-secret", "gentrace/api-key");

    judge(before, with.replaceFirst("(?s)\n  env: .*", "\n  env: |\n    []\n"), "data", "relay");
    assertThat(with).contains("secretKeyRef:", "name: GENTRACE_API_KEY");
    assertThat(helm(values)).isEqualTo(with);
  }

  @Claim("Kubernetes: a Kustomize patch adds the parts to an operator's resource")
  @Test
  void kustomizePatchesTheResource() throws Exception {
    Path resource =
        write(
            "resource.yaml",
            "apiVersion: opentelemetry.io/v1beta1\nkind: OpenTelemetryCollector\n"
                + "metadata: {name: gateway, namespace: telemetry}\nspec:\n  config:\n"
                + CONFIG.indent(4));
    write("kustomization.yaml", "resources: [resource.yaml]\n");
    String before = Tool.KUSTOMIZE.run("", "build", folder.toString());

    launch("init", "--merge", resource.toString(), "--overlay", folder.resolve("patch.yaml") + "");
    write("kustomization.yaml", "resources: [resource.yaml]\npatches: [{path: patch.yaml}]\n");
    String after = Tool.KUSTOMIZE.run("", "build", folder.toString());

    judge(before, after, "spec", "config");
  }

  @Claim("Kubernetes: escaped as docs/kubernetes.md says, our edits survive Flux's postBuild")
  @Test
  void escapedTheEditSurvivesTheFillingInOfVariables() throws Exception {
    Path resource =
        write(
            "resource.yaml",
            "apiVersion: opentelemetry.io/v1beta1\nkind: OpenTelemetryCollector\nspec:\n  config:\n"
                + CONFIG.replace("debug: {}", "debug/${REGION}: {}").indent(4));
    launch("init", "--merge", resource.toString());
    String merged = Files.readString(resource);

    String eaten = Tool.ENVSUBST.run(merged);
    String kept = Tool.ENVSUBST.run(merged.replace("${env:", "$${env:"));

    assertThat(eaten).doesNotContain("${env:GENTRACE_API_KEY}");
    assertThat(kept).isEqualTo(merged.replace("${REGION}", "eu-1"));
  }

  private String helm(Path... values) throws Exception {
    String[] line = new String[3 + 2 * values.length];
    line[0] = "template";
    line[1] = "collector";
    line[2] = folder.resolve("chart").toString();
    for (int i = 0; i < values.length; i++) {
      line[3 + 2 * i] = "-f";
      line[4 + 2 * i] = values[i].toString();
    }
    return Tool.HELM.run("", line);
  }

  /** Compares a rendered file with what it was and what merge adds to the config alone. */
  private void judge(String before, String after, String... path) throws Exception {
    Path alone = write("alone.yaml", CONFIG);
    Path parts = folder.resolve("parts.yaml");
    launch("init", "--merge", alone.toString(), "--overlay", parts.toString());
    Verdict verdict =
        oracle.judge(
            before.getBytes(StandardCharsets.UTF_8),
            after.getBytes(StandardCharsets.UTF_8),
            List.of(new Addition(0, List.of(path), Files.readString(parts))));
    assertThat(verdict.kind()).as(verdict.detail()).isEqualTo(Verdict.Kind.EQUAL);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static void launch(String... arguments) throws Exception {
    CommandOutput output = Launcher.run(arguments);
    assertThat(output.exitCode()).as(output.output()).isZero();
  }
}
