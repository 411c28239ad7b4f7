package ai.gentrace.otel.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.GentraceSpanProcessor;
import ai.gentrace.otel.cli.run.CapturedSpan;
import ai.gentrace.otel.it.app.GrpcPeer;
import ai.gentrace.otel.it.app.HttpPeer;
import ai.gentrace.otel.it.app.Marks;
import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import io.opentelemetry.context.Context;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mark travels as baggage, and {@link GentraceSpanProcessor} puts it on the spans. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class BaggageIT {
  @Claim("Spans started inside gentrace.sample baggage are marked, those before and after are not")
  @Test
  void spansInsideTheBaggageAreMarked(Scene scene) throws Exception {
    Service app = start(scene).service("app");
    span(app, "before");
    in(Marks.interaction(), () -> span(app, "inside"));
    span(app, "after");
    scene.finish();

    assertThat(scene.atGentrace().names()).containsExactly("inside");
    assertThat(scene.atBackend().names()).containsExactly("after", "before", "inside");
  }

  @Claim("Without GentraceSpanProcessor baggage alone marks nothing")
  @Test
  void withoutTheProcessorNothingIsMarked(Scene scene) throws Exception {
    Service app = start(scene).plainService("app");
    in(Marks.interaction(), () -> span(app, "inside"));
    scene.finish();

    assertThat(scene.atGentrace().names()).isEmpty();
    assertThat(scene.atBackend().names()).containsExactly("inside");
  }

  @Claim("The mark reaches a second service over HTTP")
  @Test
  void theMarkTravelsOverHttp(Scene scene) throws Exception {
    start(scene);
    Service shop = scene.service("shop");
    Service assistant = scene.service("assistant");
    try (HttpPeer peer = HttpPeer.start(assistant, () -> span(assistant, "answer"))) {
      in(Marks.interaction(), () -> call(peer, shop));
      peer.call(shop);
    }
    scene.finish();

    assertThat(scene.atGentrace().names()).containsExactly("GET", "GET /", "answer");
    assertThat(scene.atBackend().all()).hasSize(6);
    assertThat(scene.atGentrace().named("answer").service()).hasValue("assistant");
  }

  @Claim("The mark reaches a second service over gRPC")
  @Test
  void theMarkTravelsOverGrpc(Scene scene) throws Exception {
    start(scene);
    Service shop = scene.grpcService("shop");
    Service assistant = scene.grpcService("assistant");
    try (GrpcPeer peer = GrpcPeer.start(assistant, () -> span(assistant, "answer"))) {
      in(Marks.interaction(), () -> peer.call(shop));
      peer.call(shop);
    }
    scene.finish();

    assertThat(scene.atGentrace().all())
        .hasSize(3)
        .extracting(CapturedSpan::traceId)
        .containsOnly(scene.atGentrace().named("answer").traceId());
    assertThat(scene.atBackend().all()).hasSize(6);
  }

  @Claim("The mark reaches other threads with the context")
  @Test
  void theMarkTravelsAcrossThreads(Scene scene) throws Exception {
    Service app = start(scene).service("app");
    ExecutorService plain = Executors.newSingleThreadExecutor();
    try {
      in(
          Marks.interaction(),
          () -> {
            Callable<Void> wrapped = Context.current().wrap(task(app, "wrapped"));
            plain.submit(wrapped).get();
            plain.submit(task(app, "unwrapped")).get();
          });
    } finally {
      plain.shutdownNow();
    }
    scene.finish();

    assertThat(scene.atGentrace().names()).containsExactly("wrapped");
    assertThat(scene.atBackend().names()).containsExactly("unwrapped", "wrapped");
  }

  @Claim("gentrace.in_experiment travels and arrives beside the mark")
  @Test
  void inExperimentArrives(Scene scene) throws Exception {
    start(scene);
    Service shop = scene.service("shop");
    Service assistant = scene.service("assistant");
    try (HttpPeer peer = HttpPeer.start(assistant, () -> span(assistant, "answer"))) {
      in(Marks.experiment(), () -> call(peer, shop));
    }
    scene.finish();

    assertThat(scene.atGentrace().all())
        .hasSize(3)
        .allSatisfy(
            span ->
                assertThat(span.attribute("gentrace.in_experiment").orElseThrow().getStringValue())
                    .isEqualTo("true"));
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void in(Context context, Work work) throws Exception {
    context
        .wrap(
            () -> {
              work.run();
              return Boolean.TRUE;
            })
        .call();
  }

  private static void call(HttpPeer peer, Service caller) throws Exception {
    peer.call(caller);
  }

  private static Callable<Void> task(Service app, String name) {
    return () -> {
      span(app, name);
      return null;
    };
  }

  private static void span(Service app, String name) {
    app.tracer().spanBuilder(name).startSpan().end();
  }

  private static Scene start(Scene scene) throws Exception {
    return scene.config(Configs.resource("one-backend.yaml")).gentrace(Template.CURRENT).start();
  }
}
