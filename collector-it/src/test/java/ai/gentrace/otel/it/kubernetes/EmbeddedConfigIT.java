package ai.gentrace.otel.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.CommandOutput;
import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.oracle.Addition;
import ai.gentrace.otel.it.oracle.Verdict;
import ai.gentrace.otel.it.oracle.YamlOracle;
import ai.gentrace.otel.it.scene.Launcher;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A config inside another file is edited there, and does in the collector what a file's own does.
 */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class EmbeddedConfigIT {
  private static final String CONFIG =
      """
      # what the cluster's traces pass
      receivers:
        otlp:
          protocols:
            grpc: {}
            http: {}
      processors:
        batch: {}
      exporters:
        otlp_http/store:
          endpoint: ${env:BACKEND_URL}
      service:
        pipelines:
          traces:
            receivers: [otlp]
            processors: [batch]
            exporters: [otlp_http/store] # ours
      """;

  @TempDir Path folder;

  @Claim("Kubernetes: the merged config inside Helm values, resources and ConfigMaps does the same")
  @ParameterizedTest
  @EnumSource
  void theConfigInsideIsMergedRunsAndComesOutAgain(FileKind kind, Scene scene) throws Exception {
    EmbeddedFile file = kind.of(CONFIG);
    Path path = Files.writeString(folder.resolve("k8s.yaml"), file.text());
    String[] options = {"--base-url", scene.gentraceBaseUrl(), "--collector-version", "0.161.0"};

    assertThat(launch("init", options, "--merge", path.toString()).exitCode()).isZero();
    EmbeddedFile merged = file.with(Files.readString(path));

    Verdict verdict = judge(file, merged, parts(file, options));
    assertThat(verdict.kind()).as(verdict.detail()).isEqualTo(Verdict.Kind.EQUAL);
    scene.config(merged.config()).start();
    Service app = scene.plainService("app");
    app.tracer().spanBuilder("marked").setAttribute("gentrace.sample", "true").startSpan().end();
    app.tracer().spanBuilder("unmarked").startSpan().end();
    scene.finish();
    assertThat(scene.atGentrace().names()).containsExactly("marked");
    assertThat(scene.atBackend().names()).containsExactly("marked", "unmarked");

    assertThat(launch("remove", new String[0], path.toString()).exitCode()).isZero();
    assertThat(Files.readString(path)).isEqualTo(file.text());
  }

  /** What merge adds to the config when it is a file of its own. */
  private String parts(EmbeddedFile file, String... options) throws Exception {
    Path alone = Files.writeString(folder.resolve("alone.yaml"), file.config());
    Path overlay = folder.resolve("parts.yaml");
    CommandOutput output =
        launch("init", options, "--merge", alone.toString(), "--overlay", overlay.toString());
    assertThat(output.exitCode()).as(output.output()).isZero();
    return Files.readString(overlay);
  }

  private static Verdict judge(EmbeddedFile before, EmbeddedFile after, String parts)
      throws Exception {
    try (YamlOracle oracle = YamlOracle.start()) {
      return oracle.judge(
          before.text().getBytes(StandardCharsets.UTF_8),
          after.text().getBytes(StandardCharsets.UTF_8),
          List.of(new Addition(before.document(), before.path(), parts)));
    }
  }

  private static CommandOutput launch(String command, String[] options, String... rest)
      throws Exception {
    String[] line = new String[1 + options.length + rest.length];
    line[0] = command;
    System.arraycopy(options, 0, line, 1, options.length);
    System.arraycopy(rest, 0, line, 1 + options.length, rest.length);
    return Launcher.run(line);
  }
}
