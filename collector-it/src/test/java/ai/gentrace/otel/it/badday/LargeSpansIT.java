package ai.gentrace.otel.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.load.LoadShape;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spans with a lot of content. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class LargeSpansIT {
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;
  private static final String SENT = "otelcol_exporter_sent_spans";
  private static final String NOT_QUEUED = "otelcol_exporter_enqueue_failed_spans";
  private static final String QUEUE = "otelcol_exporter_queue_size";

  /** So that the existing pipeline neither holds much nor takes the time that packing takes. */
  private static final String LEAN =
      """
      processors:
        batch: {send_batch_size: 32, send_batch_max_size: 32, timeout: 100ms}
      exporters:
        otlp_http/own: {compression: none}
      """;

  @Claim(
      "With a healthy Gentrace no marked span is dropped at the queue, at 64 KiB and 2 MiB a span")
  @ParameterizedTest
  @CsvSource({
    "CURRENT,64,400,8",
    "COMPATIBLE,64,400,8",
    "CURRENT,2048,32,2",
    "COMPATIBLE,2048,32,2"
  })
  void noMarkedSpanIsDroppedAtTheQueue(
      Template template, int kib, int spans, int perRequest, Scene scene) throws Exception {
    LoadShape load =
        LoadShape.of(spans / perRequest, perRequest, perRequest).withContent(kib * KIB);
    Day day = lean(scene, template, load);
    long began = System.nanoTime();

    assertThat(day.live(spans + " spans of " + kib + " KiB").refused()).isZero();
    double seconds = (System.nanoTime() - began) / 1e9;
    day.awaitCounter(SENT, sent -> sent == load.markedSpans());
    assertThat(day.counter(NOT_QUEUED)).isZero();
    scene.finish();

    assertThat(day.atGentrace()).isEqualTo(day.everyMarkedSpanOnce());
    assertThat(day.atBackend()).isEqualTo(day.everySpanOnce());
    System.out.printf(
        "large spans, %s: %d spans of %d KiB arrived, sent at %.0f MiB/s%n",
        template, spans, kib, (double) spans * kib / KIB / seconds);
  }

  @Claim("While Gentrace is away the current form's queue holds 128 MiB at most, whatever is sent")
  @ParameterizedTest
  @CsvSource({"64,3200,32", "2048,128,2"})
  void theQueueIsBoundedInBytes(int kib, int spans, int perRequest, Scene scene) throws Exception {
    Day day = fillTheQueue(Template.CURRENT, kib, spans, perRequest, scene);

    assertThat(day.counter(QUEUE)).isLessThanOrEqualTo(128.0 * MIB);
    assertThat(rss(scene)).isLessThan(1024.0 * MIB);
  }

  @Claim("While Gentrace is away the compatible form's queue holds 50 requests of 64 spans at most")
  @ParameterizedTest
  @CsvSource({"16,4480,32", "64,4480,32"})
  void theQueueIsBoundedInRequests(int kib, int spans, int perRequest, Scene scene)
      throws Exception {
    Day day = fillTheQueue(Template.COMPATIBLE, kib, spans, perRequest, scene);

    assertThat(day.counter(QUEUE)).isLessThanOrEqualTo(50);
    assertThat(rss(scene)).isLessThan(3.0 * 50 * 64 * kib * KIB + 200.0 * MIB);
  }

  private static Day fillTheQueue(
      Template template, int kib, int spans, int perRequest, Scene scene) throws Exception {
    LoadShape load =
        LoadShape.of(spans / perRequest, perRequest, perRequest).withContent(kib * KIB);
    Day day = lean(scene, template, load);
    scene.gentrace().refuse();

    assertThat(day.live(spans + " spans of " + kib + " KiB, away").refused()).isZero();
    day.awaitBackend();
    assertThat(day.atBackend()).isEqualTo(day.everySpanOnce());
    assertThat(day.counter(NOT_QUEUED)).isPositive();
    System.out.printf(
        "large spans, away, %s: %d spans of %d KiB, queue %.0f, RSS %.0f MiB%n",
        template, spans, kib, day.counter(QUEUE), rss(scene) / MIB);
    return day;
  }

  private static Day lean(Scene scene, Template template, LoadShape load) throws Exception {
    Day day = Day.of(scene, template, load);
    scene.config(LEAN);
    return day;
  }

  private static double rss(Scene scene) throws Exception {
    return scene.metric("otelcol_process_memory_rss", Map.of());
  }
}
