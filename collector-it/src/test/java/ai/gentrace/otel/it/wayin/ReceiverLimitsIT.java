package ai.gentrace.otel.it.wayin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.GentraceSpanProcessor;
import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An application's batch of 512 spans, each with full content: 64 KiB of arguments and as much of
 * output, 64 MiB in all. The OTLP receiver takes messages of 4 MiB over gRPC and 20 MiB over HTTP.
 */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class ReceiverLimitsIT {
  private static final int SPANS = 512;
  private static final int CONTENT = 64 * 1024;

  @Claim("A batch of 512 spans with full content is refused, by gRPC and HTTP, and lost as a whole")
  @ParameterizedTest
  @CsvSource({"GRPC", "HTTP"})
  void aBatchAboveTheLimitIsLostAsAWhole(Protocol protocol, Scene scene) throws Exception {
    Service app = send(scene, protocol, SPANS, CONTENT);

    assertThat(app.lost()).isEqualTo(SPANS);
    assertThat(scene.atBackend().all()).isEmpty();
    assertThat(scene.atGentrace().all()).isEmpty();
  }

  @Claim("otel.bsp.max.export.batch.size=16 brings them all through, by gRPC and HTTP")
  @ParameterizedTest
  @CsvSource({"GRPC,16", "HTTP,16", "HTTP,128"})
  void smallerBatchesBringThemThrough(Protocol protocol, int batch, Scene scene) throws Exception {
    Service app = send(scene, protocol, batch, CONTENT);

    everythingArrived(app, scene);
  }

  @Claim(
      "max_recv_msg_size_mib (gRPC) and max_request_body_size (HTTP) bring the whole batch through")
  @ParameterizedTest
  @CsvSource({"GRPC", "HTTP"})
  void largerLimitsBringThemThrough(Protocol protocol, Scene scene) throws Exception {
    scene.config(
        """
        receivers:
          otlp:
            protocols:
              grpc: {max_recv_msg_size_mib: 80}
              http: {max_request_body_size: 83886080}
        """);
    Service app = send(scene, protocol, SPANS, CONTENT);

    everythingArrived(app, scene);
  }

  @Claim("With 3,000 characters of content a batch of 512 fits: gRPC 4 MiB, HTTP 20 MiB")
  @ParameterizedTest
  @CsvSource({"GRPC", "HTTP"})
  void shorterContentFits(Protocol protocol, Scene scene) throws Exception {
    Service app = send(scene, protocol, SPANS, 3_000);

    everythingArrived(app, scene);
  }

  private enum Protocol {
    GRPC,
    HTTP
  }

  private static void everythingArrived(Service app, Scene scene) {
    assertThat(app.lost()).isZero();
    assertThat(scene.atBackend().all()).hasSize(SPANS);
    assertThat(scene.atGentrace().all()).hasSize(SPANS);
  }

  private static Service send(Scene scene, Protocol protocol, int batch, int contentLength)
      throws Exception {
    scene.config(Configs.resource("one-backend.yaml")).gentrace(Template.CURRENT).start();
    Service app =
        scene.add(
            Service.of(
                "app",
                sdk -> sdk.addSpanProcessor(GentraceSpanProcessor.create()),
                exporter(scene, protocol),
                bsp -> bsp.setMaxExportBatchSize(batch)));
    String content = "x".repeat(contentLength);
    for (int i = 0; i < SPANS; i++) {
      Span span =
          app.tracer().spanBuilder("chat").setAttribute("gentrace.sample", "true").startSpan();
      span.addEvent("gentrace.fn.args", Attributes.of(AttributeKey.stringKey("args"), content));
      span.addEvent("gentrace.fn.output", Attributes.of(AttributeKey.stringKey("output"), content));
      span.end();
    }
    scene.finish();
    System.out.printf(
        "way in, %s, batches of %d, 2 x %d characters: %d taken, %d lost%n",
        protocol, batch, contentLength, app.delivered(), app.lost());
    return app;
  }

  private static SpanExporter exporter(Scene scene, Protocol protocol) {
    return switch (protocol) {
      case GRPC ->
          OtlpGrpcSpanExporter.builder()
              .setEndpoint(scene.running().address(CollectorSetup.OTLP_GRPC).http("").toString())
              .build();
      case HTTP -> OtlpHttpSpanExporter.builder().setEndpoint(scene.tracesUrl().toString()).build();
    };
  }
}
