package ai.gentrace.otel.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.CapturedSpan;
import ai.gentrace.otel.cli.run.Export;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the exporter posts. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class ExporterIT {
  @Claim(
      "The collector posts OTLP protobuf, gzipped, to exactly /api/otel/v1/traces with the bearer key")
  @ParameterizedTest
  @EnumSource
  void postsAsTheApiExpects(Template template, Scene scene) throws Exception {
    sendMarked(scene.gentrace(template));

    Export export = scene.gentrace().exports().get(0);
    assertThat(export.method()).isEqualTo("POST");
    assertThat(export.path()).isEqualTo("/api/otel/v1/traces");
    assertThat(export.header("Authorization")).hasValue("Bearer " + Scene.API_KEY);
    assertThat(export.header("Content-Type")).hasValue("application/x-protobuf");
    assertThat(export.header("Content-Encoding")).hasValue("gzip");
    assertThat(export.problem()).isEmpty();
    assertThat(scene.gentrace().exports()).hasSize(1);
  }

  @Claim("The key is read from the collector's environment")
  @Test
  void theKeyComesFromTheEnvironment(Scene scene) throws Exception {
    sendMarked(
        scene
            .gentrace(Template.CURRENT)
            .setup(setup -> setup.withVariable("GENTRACE_API_KEY", "another")));

    assertThat(scene.gentrace().exports().get(0).header("Authorization"))
        .hasValue("Bearer another");
  }

  @Claim("Without the key in the environment the collector sends \"Bearer\" alone")
  @Test
  void anUnsetKeyIsSentAsBearerAlone(Scene scene) throws Exception {
    sendMarked(
        scene
            .gentrace(Template.CURRENT)
            .config(
                "exporters: {otlp_http/gentrace: {headers: {Authorization: 'Bearer ${env:NOT_SET}'}}}"));

    assertThat(scene.gentrace().exports().get(0).header("Authorization")).hasValue("Bearer");
  }

  @Claim("`endpoint` with the base URL works too: the collector appends /v1/traces")
  @Test
  void anEndpointWithoutTheSignalPathWorksToo(Scene scene) throws Exception {
    sendMarked(
        scene
            .config(Template.CURRENT.source())
            .config(
                """
                exporters:
                  otlp_http/gentrace:
                    traces_endpoint: ''
                    endpoint: ${env:GENTRACE_URL}/api/otel
                """));

    assertThat(scene.gentrace().exports())
        .extracting(Export::path)
        .containsExactly("/api/otel/v1/traces");
  }

  @Claim("Without gzip the exporter posts the same spans")
  @Test
  void compressionCanBeSwitchedOff(Scene scene) throws Exception {
    sendMarked(
        scene
            .gentrace(Template.CURRENT)
            .config("exporters: {otlp_http/gentrace: {compression: none}}"));

    assertThat(scene.gentrace().exports().get(0).header("Content-Encoding")).isEmpty();
    assertThat(scene.atGentrace().all()).extracting(CapturedSpan::name).containsExactly("marked");
  }

  private static void sendMarked(Scene scene) throws Exception {
    scene.config(Configs.resource("one-backend.yaml")).start();
    scene
        .plainService("app")
        .tracer()
        .spanBuilder("marked")
        .setAttribute("gentrace.sample", "true")
        .startSpan()
        .end();
    scene.finish();
  }
}
