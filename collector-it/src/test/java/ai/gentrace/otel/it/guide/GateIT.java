package ai.gentrace.otel.it.guide;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the gate lets through. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class GateIT {
  @Claim(
      "A span with gentrace.sample=\"true\" reaches Gentrace, one without the attribute does not")
  @ParameterizedTest
  @EnumSource
  void onlyMarkedSpansPass(Template template, Scene scene) throws Exception {
    Service app = start(scene, template);
    app.tracer().spanBuilder("marked").setAttribute("gentrace.sample", "true").startSpan().end();
    app.tracer().spanBuilder("unmarked").startSpan().end();
    scene.finish();

    assertThat(scene.atGentrace().names()).containsExactly("marked");
    assertThat(scene.atBackend().names()).containsExactly("marked", "unmarked");
  }

  @Claim("gentrace.sample=\"false\", \"TRUE\" and other values count as unmarked")
  @ParameterizedTest
  @EnumSource
  void otherValuesCountAsUnmarked(Template template, Scene scene) throws Exception {
    Service app = start(scene, template);
    app.tracer().spanBuilder("false").setAttribute("gentrace.sample", "false").startSpan().end();
    app.tracer().spanBuilder("upper").setAttribute("gentrace.sample", "TRUE").startSpan().end();
    app.tracer().spanBuilder("empty").setAttribute("gentrace.sample", "").startSpan().end();
    app.tracer()
        .spanBuilder("number")
        .setAttribute(longKey("gentrace.sample"), 1L)
        .startSpan()
        .end();
    app.tracer()
        .spanBuilder("bool false")
        .setAttribute(booleanKey("gentrace.sample"), false)
        .startSpan()
        .end();
    app.tracer()
        .spanBuilder("other key")
        .setAttribute(stringKey("gentrace.sampled"), "true")
        .startSpan()
        .end();
    scene.finish();

    assertThat(scene.atGentrace().names()).isEmpty();
    assertThat(scene.atBackend().all()).hasSize(6);
  }

  @Claim("A span marked with the boolean true reaches Gentrace too")
  @ParameterizedTest
  @EnumSource
  void theBooleanTruePasses(Template template, Scene scene) throws Exception {
    Service app = start(scene, template);
    app.tracer()
        .spanBuilder("boolean")
        .setAttribute(booleanKey("gentrace.sample"), true)
        .startSpan()
        .end();
    scene.finish();

    assertThat(scene.atGentrace().names()).containsExactly("boolean");
  }

  private static Service start(Scene scene, Template template) throws Exception {
    scene.config(Configs.resource("one-backend.yaml")).gentrace(template).start();
    return scene.plainService("app");
  }
}
