package ai.gentrace.otel.it.others;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.load.Ledger;
import ai.gentrace.otel.it.load.LoadShape;
import ai.gentrace.otel.it.load.Loader;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Launcher;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Scenes;
import ai.gentrace.otel.it.scene.Template;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same spans through a config without and with the Gentrace parts. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class OthersNeverNoticeIT {
  private static final LoadShape LOAD = LoadShape.of(60, 10, 2).withContent(200);
  private static final int TRACES = LOAD.spans() / 10;
  private static final Duration LONG = Duration.ofSeconds(30);

  @Claim("Each existing exporter gets exactly the spans that it got without the Gentrace parts")
  @ParameterizedTest
  @EnumSource
  void existingExportersGetWhatTheyGot(Shape shape, Scenes scenes) throws Exception {
    Scene without = shape.put(shape.yaml(), scenes.open());
    Scene with = scenes.open();
    shape.put(Launcher.merge(shape.yaml(), "--base-url", with.gentraceBaseUrl()), with);

    run(shape, without, scenes);
    run(shape, with, scenes);

    for (String backend : List.of("BACKEND", "SECOND")) {
      assertThat(at(without, backend).differences(at(with, backend))).as(backend).isEmpty();
    }
    assertThat(at(without, "BACKEND").spans()).isNotEmpty();
    assertThat(without.gentrace().exports()).isEmpty();
    assertThat(Ledger.of(LOAD, with.gentrace().exports()).count(number -> wanted(shape, number)))
        .isEqualTo(new Ledger.Count(wanted(shape), 0, 0, 0));
  }

  @Claim("In two tiers it is enough that the second one has the Gentrace parts")
  @Test
  void theSecondOfTwoTiersIsEnough(Scenes scenes) throws Exception {
    Scene without = throughTwoTiers(scenes, oneBackend(scenes));
    Scene with = throughTwoTiers(scenes, oneBackend(scenes).gentrace(Template.CURRENT));

    assertThat(at(without, "BACKEND").differences(at(with, "BACKEND"))).isEmpty();
    assertThat(at(without, "BACKEND").spans()).hasSize(LOAD.spans());
    assertThat(Ledger.of(LOAD, with.gentrace().exports()).count(LOAD::isMarked))
        .isEqualTo(new Ledger.Count(LOAD.markedSpans(), 0, 0, 0));
  }

  private static Scene oneBackend(Scenes scenes) throws Exception {
    return scenes.open().config(Configs.resource("one-backend.yaml"));
  }

  private static Scene throughTwoTiers(Scenes scenes, Scene gateway) throws Exception {
    gateway.start();
    Scene agent = scenes.open().config(Configs.resource("shapes/agent.yaml"));
    agent.nextTier(gateway).start();
    assertThat(new Loader(agent.tracesUrl(), 2).send(LOAD).refused()).isZero();
    agent.finish();
    return gateway.finish();
  }

  private static void run(Shape shape, Scene scene, Scenes scenes) throws Exception {
    scene.addBackend("SECOND");
    if (shape == Shape.HANDS_ON_TOO) {
      scene.nextTier(oneBackend(scenes).start());
    }
    scene.setup(CollectorSetup::withMetrics).start();
    List<URI> urls =
        shape.listeners().stream()
            .map(listener -> scene.running().address(listener).http("/v1/traces"))
            .toList();
    assertThat(new Loader(urls, 2, Duration.ZERO).send(LOAD).refused()).isZero();
    awaitDecisions(shape, scene);
    scene.finish();
  }

  /** What such components hold back they drop when the collector ends. */
  private static void awaitDecisions(Shape shape, Scene scene) throws Exception {
    switch (shape) {
      case TAIL_SAMPLING ->
          scene.awaitMetric(
              "otelcol_processor_tail_sampling_global_count_traces_sampled",
              Map.of(),
              decided -> decided == TRACES);
      case SPAN_METRICS ->
          assertThat(
                  scene
                      .backend("SECOND")
                      .await(
                          exports ->
                              Delivery.counters(exports).entrySet().stream()
                                      .filter(counter -> counter.getKey().contains(".calls"))
                                      .mapToLong(Map.Entry::getValue)
                                      .sum()
                                  == LOAD.spans(),
                          LONG))
              .isTrue();
      default -> {}
    }
  }

  private static Delivery at(Scene scene, String backend) {
    return Delivery.at(scene.backend(backend));
  }

  private static boolean wanted(Shape shape, long number) {
    List<String> listeners = shape.listeners();
    long request = number / LOAD.spansPerRequest();
    return LOAD.isMarked(number)
        && shape.feedsGentrace(listeners.get((int) (request % listeners.size())));
  }

  private static long wanted(Shape shape) {
    return LongStream.range(0, LOAD.spans()).filter(number -> wanted(shape, number)).count();
  }
}
