package ai.gentrace.otel.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.cli.run.CommandOutput;
import ai.gentrace.otel.cli.run.ConfigSource;
import ai.gentrace.otel.cli.run.Export;
import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Launcher;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parts together: the guide's complete example, the templates, what {@code init} writes. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class PipelineIT {
  private static final String HEALTH_CHECK = "extensions::health_check::endpoint";

  /** As the guide prints it, with Gentrace at this scene's server. */
  private static final String GUIDE =
      """
      receivers:
        otlp:
          protocols:
            grpc:
              endpoint: 0.0.0.0:4317
            http:
              endpoint: 0.0.0.0:4318
      exporters:
        otlphttp/gentrace:
          endpoint: ${env:GENTRACE_URL}/api/otel/v1/traces
          headers:
            Authorization: 'Bearer ${env:GENTRACE_API_KEY}'
      processors:
        batch:
        filter/gentrace_sample:
          error_mode: ignore
          traces:
            span:
              # Drop spans that don't have gentrace.sample = "true"
              - 'attributes["gentrace.sample"] != "true"'
      service:
        pipelines:
          traces/gentrace:
            receivers: [otlp]
            processors: [batch, filter/gentrace_sample]
            exporters: [otlphttp/gentrace]
      """;

  @Claim("The guide's complete example selects the right spans, but posts them to a doubled path")
  @Test
  void theGuidesExamplePostsToADoubledPath(Scene scene) throws Exception {
    send(scene.config(GUIDE));

    assertThat(scene.atGentrace().names()).containsExactly("marked");
    assertThat(scene.gentrace().exports())
        .extracting(Export::path)
        .containsExactly("/api/otel/v1/traces/v1/traces");
  }

  @Claim("With traces_endpoint in endpoint's place the guide's complete example works")
  @Test
  void theGuidesExampleWorksWithTracesEndpoint(Scene scene) throws Exception {
    send(scene.config(GUIDE.replace("    endpoint: ${env", "    traces_endpoint: ${env")));

    assertThat(scene.atGentrace().names()).containsExactly("marked");
    assertThat(scene.gentrace().exports())
        .extracting(Export::path)
        .containsExactly("/api/otel/v1/traces");
  }

  @Claim("A pipeline of its own for Gentrace leaves the other pipelines as they are")
  @ParameterizedTest
  @EnumSource
  void theOtherPipelineKeepsEverySpan(Template template, Scene scene) throws Exception {
    send(scene.config(Configs.resource("one-backend.yaml")).gentrace(template));

    assertThat(scene.atGentrace().names()).containsExactly("marked");
    assertThat(scene.atBackend().names()).containsExactly("marked", "unmarked");
  }

  @Claim("What init writes runs as it is and sends marked spans to Gentrace")
  @ParameterizedTest
  @EnumSource
  void whatInitWritesRunsAsItIs(Template template, Scene scene) throws Exception {
    String written = Launcher.init(template.options("--base-url", scene.gentraceBaseUrl()));
    send(scene.config(written).setup(setup -> setup.listening(HEALTH_CHECK)));

    assertThat(scene.atGentrace().names()).containsExactly("marked");
    assertThat(scene.gentrace().exports())
        .allSatisfy(
            export -> {
              assertThat(export.path()).isEqualTo("/api/otel/v1/traces");
              assertThat(export.header("Authorization")).hasValue("Bearer " + Scene.API_KEY);
            });
  }

  @Claim("The collector's own validate accepts what init writes, without a warning")
  @ParameterizedTest
  @EnumSource
  void theCollectorAcceptsWhatInitWrites(Template template, Collector collector) throws Exception {
    CollectorSetup setup =
        CollectorSetup.of(List.of(new ConfigSource.Text(Launcher.init(template.options()))))
            .withVariable("GENTRACE_API_KEY", Scene.API_KEY);

    assertThat(collector.validate(setup)).isEqualTo(new CommandOutput(0, ""));
  }

  private static void send(Scene scene) throws Exception {
    scene.start();
    Service app = scene.plainService("app");
    app.tracer().spanBuilder("marked").setAttribute("gentrace.sample", "true").startSpan().end();
    app.tracer().spanBuilder("unmarked").startSpan().end();
    scene.finish();
  }
}
