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
import ai.gentrace.otel.it.scene.Scenes;
import ai.gentrace.otel.it.scene.Template;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The collector is restarted while applications send. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class RestartIT {
  private static final LoadShape LOAD = LoadShape.of(2_000, 10, 1);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(60);

  @Claim("A restart in the middle costs the existing backend no more than it does without us")
  @ParameterizedTest
  @EnumSource
  void aRestartIsNoWorseThanBefore(Template template, Scenes scenes) throws Exception {
    Scene without = scenes.open().config(Configs.resource("one-backend.yaml"));
    Scene with = scenes.open().config(Configs.resource("one-backend.yaml")).gentrace(template);

    Ledger.Count before = atBackend(restartedInTheMiddle(without, "without"));
    Ledger.Count after = atBackend(restartedInTheMiddle(with, template.toString()));

    assertThat(after.lost()).isLessThanOrEqualTo(before.lost());
    assertThat(after.foreign()).isZero();
    assertThat(Ledger.of(LOAD, with.gentrace().exports()).count(LOAD::isMarked).lost()).isZero();
  }

  @Claim("A restart while Gentrace is away loses the marked spans that wait, and nothing else")
  @ParameterizedTest
  @EnumSource
  void aRestartLosesWhatWaitsInMemory(Template template, Scene scene) throws Exception {
    Day day = Day.of(scene, template);
    scene.gentrace().refuse();
    assertThat(day.live("restart while away").refused()).isZero();

    scene.finish();
    scene.gentrace().accept();
    scene.start().finish();

    assertThat(day.atBackend()).isEqualTo(day.everySpanOnce());
    assertThat(day.atGentrace()).isEqualTo(day.noMarkedSpan());
  }

  private static Ledger.Count atBackend(Scene scene) {
    return Ledger.of(LOAD, scene.backend().exports()).count(number -> true);
  }

  private static Scene restartedInTheMiddle(Scene scene, String name) throws Exception {
    scene.start();
    int port = scene.running().address(CollectorSetup.OTLP_HTTP).port();
    scene.setup(setup -> setup.listening(CollectorSetup.OTLP_HTTP, port));
    Loader loader = new Loader(List.of(scene.tracesUrl()), 4, PAUSE);
    ExecutorService applications = Executors.newSingleThreadExecutor();
    try {
      Future<Loader.Result> seen = applications.submit(() -> loader.send(LOAD));
      assertThat(scene.backend().await(exports -> !exports.isEmpty(), LONG)).isTrue();
      scene.finish();
      scene.start();
      System.out.printf("restart, %s: answers %s%n", name, seen.get().answers());
    } finally {
      applications.shutdownNow();
    }
    return scene.finish();
  }
}
