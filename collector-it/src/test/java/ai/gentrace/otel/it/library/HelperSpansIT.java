package ai.gentrace.otel.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.Gentrace;
import ai.gentrace.otel.GentraceTracer;
import ai.gentrace.otel.cli.run.CapturedSpan;
import ai.gentrace.otel.it.app.HttpPeer;
import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@link GentraceTracer} makes, on its way through the collector. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class HelperSpansIT {
  private static final String PIPELINE = "9d4f2a8e-1c3b-4f5d-8e6a-7b8c9d0e1f2a";

  @Claim("An interaction and all spans below it reach Gentrace, with arguments and outputs")
  @Test
  void interactionsArriveWhole(Scene scene) throws Exception {
    Service app = start(scene).service("app");
    GentraceTracer gentrace = GentraceTracer.create(app.openTelemetry());
    gentrace.traced("warm up").run(() -> {});
    gentrace
        .interaction("answer")
        .pipelineId(PIPELINE)
        .arg("question", "Wie heißt du? 🙂")
        .call(
            () -> {
              app.tracer().spanBuilder("GET").startSpan().end();
              return gentrace
                  .traced("chat")
                  .callAsync(() -> CompletableFuture.completedFuture(List.of("Ada")))
                  .join();
            });
    scene.finish();

    assertThat(scene.atGentrace().names()).containsExactly("GET", "answer", "chat");
    assertThat(scene.atBackend().names()).containsExactly("GET", "answer", "chat", "warm up");
    CapturedSpan answer = scene.atGentrace().named("answer");
    assertThat(answer).isEqualTo(scene.atBackend().named("answer"));
    assertThat(answer.attribute("gentrace.pipeline_id").orElseThrow().getStringValue())
        .isEqualTo(PIPELINE);
    assertThat(events(answer))
        .containsExactly(
            "gentrace.fn.args [{\"question\":\"Wie heißt du? 🙂\"}]",
            "gentrace.fn.output [\"Ada\"]");
  }

  @Claim("Without markCurrentSpan Gentrace gets children of a server span that it never sees")
  @Test
  void aServerSpanStartsBeforeTheMark(Scene scene) throws Exception {
    serve(scene, () -> {});

    assertThat(scene.atGentrace().names()).containsExactly("answer");
    assertThat(scene.atGentrace().named("answer").parentSpanId())
        .isEqualTo(scene.atBackend().named("GET /").spanId());
  }

  @Claim("With markCurrentSpan in its handler the trace arrives with its root")
  @Test
  void markCurrentSpanBringsTheRoot(Scene scene) throws Exception {
    serve(scene, Gentrace::markCurrentSpan);

    assertThat(scene.atGentrace().names()).containsExactly("GET /", "answer");
    CapturedSpan root = scene.atGentrace().named("GET /");
    assertThat(root.parentSpanId()).isEmpty();
    assertThat(scene.atGentrace().named("answer").parentSpanId()).isEqualTo(root.spanId());
    assertThat(scene.atGentrace().all()).hasSameSizeAs(scene.atBackend().all());
  }

  /** A request from outside, whose handler does something first and then answers. */
  private static void serve(Scene scene, Runnable first) throws Exception {
    Service app = start(scene).service("app");
    GentraceTracer gentrace = GentraceTracer.create(app.openTelemetry());
    Runnable handler =
        () -> {
          first.run();
          gentrace.interaction("answer").run(() -> {});
        };
    try (HttpPeer peer = HttpPeer.start(app, handler)) {
      peer.callFromOutside();
    }
    scene.finish();
  }

  private static Scene start(Scene scene) throws Exception {
    return scene.config(Configs.resource("one-backend.yaml")).gentrace(Template.CURRENT).start();
  }

  private static List<String> events(CapturedSpan span) {
    return span.span().getEventsList().stream().map(HelperSpansIT::text).toList();
  }

  private static String text(Span.Event event) {
    return event.getName() + " " + event.getAttributes(0).getValue().getStringValue();
  }
}
