package ai.gentrace.otel.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.Answer;
import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.load.Loader;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What Gentrace may answer, and what becomes of marked spans then. On every such day the existing
 * backend gets every span exactly once and no request of the applications is refused.
 */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class AnswersIT {
  private static final String SENT = "otelcol_exporter_sent_spans";
  private static final String FAILED = "otelcol_exporter_send_failed_spans";

  @Claim("Without the Gentrace parts: the latency to hold the others against")
  @Test
  void withoutTheParts(Scene scene) throws Exception {
    scene.config(Configs.resource("one-backend.yaml")).start();
    Loader.Result seen = new Loader(scene.tracesUrl(), 4).send(Day.LOAD);
    System.out.printf(
        "no bad day, no Gentrace parts: answers %s, median %.1f ms, 99 %% within %.1f ms%n",
        seen.answers(), seen.median(), seen.p99());
    assertThat(seen.refused()).isZero();
  }

  @Claim("429 with Retry-After: marked spans wait as told and all arrive")
  @ParameterizedTest
  @EnumSource
  void rateLimited(Template template, Scene scene) throws Exception {
    Day day = Day.of(scene, template);
    scene.gentrace().answerNext(repeated(Answer.status(429).with("Retry-After", "1"), 4));

    goesOnAndEverythingArrives(day, "429");
  }

  @Claim("502, 503 and 504: marked spans are sent again and all arrive")
  @ParameterizedTest
  @CsvSource({"CURRENT,502", "CURRENT,503", "COMPATIBLE,503", "CURRENT,504"})
  void unavailable(Template template, int status, Scene scene) throws Exception {
    Day day = Day.of(scene, template);
    scene.gentrace().answerNext(repeated(Answer.status(status), 8));

    goesOnAndEverythingArrives(day, String.valueOf(status));
  }

  @Claim("400, 401, 403, 404, 413 and 500: marked spans are dropped at once and counted as failed")
  @ParameterizedTest
  @CsvSource({
    "CURRENT,400",
    "CURRENT,401",
    "COMPATIBLE,401",
    "CURRENT,403",
    "CURRENT,404",
    "CURRENT,413",
    "CURRENT,500",
    "COMPATIBLE,500"
  })
  void refusedForGood(Template template, int status, Scene scene) throws Exception {
    Day day = Day.of(scene, template);
    scene.gentrace().answer(Answer.status(status));

    assertThat(day.live(String.valueOf(status)).refused()).isZero();
    day.awaitCounter(FAILED, failed -> failed == day.load().markedSpans());
    assertThat(day.counter(SENT)).isZero();
    scene.finish();

    assertThat(day.atBackend()).isEqualTo(day.everySpanOnce());
    assertThat(scene.running().log()).anyMatch(line -> line.contains("Dropping data"));
  }

  @Claim(
      "Slow answers: marked spans wait in the queue and all arrive, applications wait for nothing")
  @ParameterizedTest
  @EnumSource
  void slow(Template template, Scene scene) throws Exception {
    Day day = Day.of(scene, template);
    scene.gentrace().answer(Answer.OK.after(Duration.ofMillis(300)));

    goesOnAndEverythingArrives(day, "slow");
  }

  @Claim("No answer at all: after the timeout marked spans are sent again; some may arrive twice")
  @ParameterizedTest
  @EnumSource
  void hanging(Template template, Scene scene) throws Exception {
    Day day = Day.of(scene, template).exporter("timeout: 300ms");
    scene.gentrace().answerNext(repeated(Answer.OK.hanging(), 4));

    assertThat(day.live("hang").refused()).isZero();
    day.awaitCounter(SENT, sent -> sent == day.load().markedSpans());
    scene.finish();

    assertThat(day.atBackend()).isEqualTo(day.everySpanOnce());
    assertThat(day.atGentrace().lost()).isZero();
    assertThat(day.atGentrace().foreign()).isZero();
  }

  @Claim("Connections refused: marked spans wait in the queue and all arrive when Gentrace is back")
  @ParameterizedTest
  @EnumSource
  void away(Template template, Scene scene) throws Exception {
    Day day = Day.of(scene, template);
    scene.gentrace().refuse();
    assertThat(day.live("refused").refused()).isZero();

    scene.gentrace().accept();
    day.awaitCounter(SENT, sent -> sent == day.load().markedSpans());
    scene.finish();

    assertThat(day.atBackend()).isEqualTo(day.everySpanOnce());
    assertThat(day.atGentrace()).isEqualTo(day.everyMarkedSpanOnce());
  }

  @Claim("Away for longer than retry_on_failure.max_elapsed_time: dropped and counted as failed")
  @ParameterizedTest
  @EnumSource
  void awayForTooLong(Template template, Scene scene) throws Exception {
    Day day = Day.of(scene, template).exporter("retry_on_failure: {max_elapsed_time: 200ms}");
    scene.gentrace().refuse();

    assertThat(day.live("refused for long").refused()).isZero();
    day.awaitCounter(FAILED, failed -> failed == day.load().markedSpans());
    scene.finish();

    assertThat(day.atBackend()).isEqualTo(day.everySpanOnce());
  }

  @Claim(
      "A certificate that is not trusted: as when connections are refused, and the log names x509")
  @ParameterizedTest
  @EnumSource
  void untrusted(Template template, Scene scene, @TempDir Path folder) throws Exception {
    CaptureServer tls = scene.addTlsBackend("TLS", SelfSigned.context(folder));
    Day day =
        Day.of(scene, template)
            .exporter("traces_endpoint: '${env:TLS_URL}/api/otel/v1/traces'")
            .exporter("retry_on_failure: {max_elapsed_time: 200ms}");

    assertThat(day.live("TLS").refused()).isZero();
    day.awaitCounter(FAILED, failed -> failed == day.load().markedSpans());
    scene.finish();

    assertThat(day.atBackend()).isEqualTo(day.everySpanOnce());
    assertThat(tls.exports()).isEmpty();
    assertThat(scene.running().log()).anyMatch(line -> line.contains("x509"));
  }

  @Claim("200 with partial success: rejected spans are lost, counted as sent, and named in the log")
  @ParameterizedTest
  @EnumSource
  void partialSuccess(Template template, Scene scene) throws Exception {
    Day day = Day.of(scene, template);
    scene.gentrace().answer(Answer.partialSuccess(1, "quota is used up"));

    goesOnAndEverythingArrives(day, "partial success");
    assertThat(scene.running().log())
        .anyMatch(line -> line.contains("Partial success") && line.contains("quota is used up"));
  }

  @Claim("A web page with 200, as from a wrong host: lost, counted as sent, and nothing in the log")
  @ParameterizedTest
  @EnumSource
  void webPage(Template template, Scene scene) throws Exception {
    Day day = Day.of(scene, template);
    scene.gentrace().answer(Answer.html());

    goesOnAndEverythingArrives(day, "HTML");
    assertThat(scene.running().log()).noneMatch(line -> line.contains("\terror\t"));
  }

  private static void goesOnAndEverythingArrives(Day day, String name) throws Exception {
    assertThat(day.live(name).refused()).isZero();
    day.awaitCounter(SENT, sent -> sent == day.load().markedSpans());
    assertThat(day.counter(FAILED)).isZero();
    day.scene().finish();

    assertThat(day.atBackend()).isEqualTo(day.everySpanOnce());
    assertThat(day.atGentrace()).isEqualTo(day.everyMarkedSpanOnce());
  }

  private static Answer[] repeated(Answer answer, int times) {
    Answer[] answers = new Answer[times];
    Arrays.fill(answers, answer);
    return answers;
  }
}
