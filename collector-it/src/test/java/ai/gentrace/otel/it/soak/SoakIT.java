package ai.gentrace.otel.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.CaptureServer;
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
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pushes {@code -Dsoak.spans} spans (100,000 where it is not given), 5 % of them marked, through
 * the collector and looks for each by its id at both ends.
 */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class SoakIT {
  private static final int PER_REQUEST = 500;
  private static final int MARKED_PER_REQUEST = 25;
  private static final int THREADS = 4;
  private static final LoadShape LOAD =
      LoadShape.of(
          Integer.getInteger("soak.spans", 100_000) / PER_REQUEST, PER_REQUEST, MARKED_PER_REQUEST);

  @Claim("Under load no span is lost, none comes twice, and none comes where it should not")
  @ParameterizedTest
  @EnumSource
  void everySpanArrivesOnceWhereItBelongs(Template template, Scene scene) throws Exception {
    Ledger backend = scene.keepLedger("BACKEND", LOAD.spans());
    Ledger gentrace = scene.keepLedger("GENTRACE", LOAD.spans());
    // The first time the JVM is still warming up.
    ceilingOfLoaderAndCapture();
    double ceiling = spansPerSecond(ceilingOfLoaderAndCapture());
    scene
        .config(Configs.resource("one-backend.yaml"))
        .gentrace(template)
        .setup(CollectorSetup::withMetrics)
        .start();

    long began = System.nanoTime();
    Loader.Result seen = new Loader(scene.tracesUrl(), THREADS).send(LOAD);
    double rate = spansPerSecond(System.nanoTime() - began);
    double cpu = scene.metric("otelcol_process_cpu_seconds", Map.of());
    double rss = scene.metric("otelcol_process_memory_rss", Map.of()) / (1024 * 1024);
    scene.finish();

    Ledger.Count atBackend = backend.count(number -> true);
    Ledger.Count atGentrace = gentrace.count(LOAD::isMarked);
    System.out.printf(
        Locale.ROOT,
        "soak, %s: %,d spans sent, answers %s; existing backend %s; Gentrace %s; %,.0f spans/s"
            + " (loader and capture alone: %,.0f); collector %.1f CPU s, RSS %.0f MiB%n",
        template,
        LOAD.spans(),
        seen.answers(),
        atBackend,
        atGentrace,
        rate,
        ceiling,
        cpu,
        rss);
    assertThat(seen.refused()).isZero();
    assertThat(atBackend).isEqualTo(new Ledger.Count(LOAD.spans(), 0, 0, 0));
    assertThat(atGentrace).isEqualTo(new Ledger.Count(LOAD.markedSpans(), 0, 0, 0));
  }

  /** The same load without a collector in between. */
  private static long ceilingOfLoaderAndCapture() throws Exception {
    Ledger ledger = new Ledger(LOAD.spans());
    try (CaptureServer server =
        CaptureServer.startStreaming(InetAddress.getLoopbackAddress(), ledger::add)) {
      long began = System.nanoTime();
      new Loader(URI.create(server.url("127.0.0.1", "/v1/traces")), THREADS).send(LOAD);
      long nanos = System.nanoTime() - began;
      assertThat(ledger.count(number -> true)).isEqualTo(new Ledger.Count(LOAD.spans(), 0, 0, 0));
      return nanos;
    }
  }

  private static double spansPerSecond(long nanos) {
    return LOAD.spans() * 1e9 / nanos;
  }
}
