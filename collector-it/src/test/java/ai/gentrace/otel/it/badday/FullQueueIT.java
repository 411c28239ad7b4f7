package ai.gentrace.otel.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.load.Ledger;
import ai.gentrace.otel.it.load.LoadShape;
import ai.gentrace.otel.it.load.Loader;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Gentrace refuses connections and the queue before it is full: the day that shapes the template.
 */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class FullQueueIT {
  private static final LoadShape LOAD = LoadShape.of(3_000, 2, 1).withContent(2_048);

  @Claim(
      "With a full queue no request is refused and the existing backend gets every span exactly once")
  @ParameterizedTest
  @EnumSource
  void theBatchKeepsAFullQueueFromEverybodyElse(Template template, Scene scene) throws Exception {
    scene
        .config(Configs.resource("one-backend.yaml"))
        .gentrace(template)
        // As small as the collector allows: one batch's minimum in bytes, or one request.
        .config(
            template == Template.CURRENT
                ? "exporters: {otlp_http/gentrace: {sending_queue: {queue_size: 1048576}}}"
                : "exporters: {otlphttp/gentrace: {sending_queue: {queue_size: 1}}}");

    Loader.Result result = load(scene);

    assertThat(result.refused()).isZero();
    assertThat(atBackend(scene)).isEqualTo(new Ledger.Count(LOAD.spans(), 0, 0, 0));
    assertThat(scene.running().log()).anyMatch(line -> line.contains("sending queue is full"));
  }

  @Claim(
      "Without batch/gentrace a full queue makes applications send everything to everybody again")
  @Test
  void withoutTheBatchAFullQueueReachesEverybody(Scene scene) throws Exception {
    scene
        .config(Configs.resource("one-backend.yaml"))
        .gentrace(Template.CURRENT)
        .config(
            """
            exporters: {otlp_http/gentrace: {sending_queue: {sizer: requests, queue_size: 100, batch: null}}}
            service: {pipelines: {traces/gentrace: {processors: [filter/gentrace_sample]}}}
            """);

    Loader.Result result = load(scene);

    assertThat(result.answers()).containsKey(503);
    assertThat(atBackend(scene).repeats()).isPositive();
  }

  private static Loader.Result load(Scene scene) throws Exception {
    scene.gentrace().refuse();
    scene.start();
    Loader.Result result =
        new Loader(scene.running().address(CollectorSetup.OTLP_HTTP).http("/v1/traces"), 4)
            .send(LOAD);
    scene.finish();
    System.out.printf(
        "full queue: %d spans sent, answers %s, at the existing backend %s%n",
        LOAD.spans(), result.answers(), atBackend(scene));
    return result;
  }

  private static Ledger.Count atBackend(Scene scene) {
    return Ledger.of(LOAD, scene.backend().exports()).count(number -> true);
  }
}
