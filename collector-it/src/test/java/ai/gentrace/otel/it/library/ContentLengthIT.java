package ai.gentrace.otel.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.GentraceSpanProcessor;
import ai.gentrace.otel.GentraceTracer;
import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Batches of 512 spans, the SDK's default, with full arguments and outputs, against the limits of
 * the default OTLP receiver: 20 MiB over HTTP, 4 MiB over gRPC, both before compression.
 */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class ContentLengthIT {
  private static final int SPANS = 512;
  private static final String LONG = "x".repeat(200_000);

  @Claim("With the default content length a batch of 512 full spans is too large for HTTP")
  @Test
  void theDefaultIsTooLargeForFullBatches(Scene scene) throws Exception {
    start(scene);
    send(http(scene), 65_536, SPANS);
    scene.finish();

    assertThat(scene.atBackend().all()).isEmpty();
    assertThat(scene.atGentrace().all()).isEmpty();
  }

  @Claim("With otel.bsp.max.export.batch.size=128 the default content length fits into HTTP")
  @Test
  void smallerBatchesFit(Scene scene) throws Exception {
    start(scene);
    send(http(scene), 65_536, 128);
    assertAllArrive(scene);
  }

  @Claim("With gentrace.max.content.length=16384 a batch of 512 full spans fits into HTTP")
  @Test
  void shorterContentFitsIntoHttp(Scene scene) throws Exception {
    start(scene);
    send(http(scene), 16_384, SPANS);
    assertAllArrive(scene);
  }

  @Claim("With gentrace.max.content.length=3072 a batch of 512 full spans fits into gRPC")
  @Test
  void shorterContentFitsIntoGrpc(Scene scene) throws Exception {
    start(scene);
    send(grpc(scene), 3_072, SPANS);
    assertAllArrive(scene);
  }

  private static void start(Scene scene) throws Exception {
    scene.config(Configs.resource("one-backend.yaml")).gentrace(Template.CURRENT).start();
  }

  private static void assertAllArrive(Scene scene) throws Exception {
    scene.finish();
    assertThat(scene.atBackend().all()).hasSize(SPANS);
    assertThat(scene.atGentrace().all()).hasSize(SPANS);
  }

  private static SpanExporter http(Scene scene) {
    return OtlpHttpSpanExporter.builder().setEndpoint(scene.tracesUrl().toString()).build();
  }

  private static SpanExporter grpc(Scene scene) {
    String url = scene.running().address(CollectorSetup.OTLP_GRPC).http("").toString();
    return OtlpGrpcSpanExporter.builder().setEndpoint(url).build();
  }

  private static void send(SpanExporter exporter, int contentLength, int batch) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(GentraceSpanProcessor.create())
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter)
                    // Full batches only: nothing is sent because time has passed.
                    .setScheduleDelay(Duration.ofHours(1))
                    .setMaxExportBatchSize(batch)
                    .build())
            .build();
    try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().setTracerProvider(provider).build()) {
      GentraceTracer gentrace = GentraceTracer.create(sdk).withMaxContentLength(contentLength);
      for (int i = 0; i < SPANS; i++) {
        gentrace.interaction("answer").arg("document", LONG).call(() -> LONG);
      }
      provider.forceFlush().join(60, TimeUnit.SECONDS);
    }
  }
}
