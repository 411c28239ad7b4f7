package ai.gentrace.otel.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.GentraceSampler;
import ai.gentrace.otel.GentraceSpanExporter;
import ai.gentrace.otel.GentraceSpanProcessor;
import ai.gentrace.otel.GentraceTracer;
import ai.gentrace.otel.cli.run.Export;
import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sampler, filter and exporter inside the application. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class InProcessIT {
  private static SpanExporter toGentrace(Scene scene) {
    return GentraceSpanExporter.builder()
        .setApiKey("key-1")
        .setBaseUrl(scene.gentrace().url("127.0.0.1", "/api"))
        .build();
  }

  private static void work(Service app) {
    GentraceTracer gentrace = GentraceTracer.create(app.openTelemetry());
    gentrace.traced("outside").run(() -> {});
    gentrace.interaction("answer").run(() -> gentrace.traced("chat").run(() -> {}));
  }

  @Claim("The in-process sampler and exporter need no collector: Gentrace gets the marked spans")
  @Test
  void samplerAndExporterNeedNoCollector(Scene scene) {
    try (Service app =
        Service.of(
            "app",
            sdk ->
                sdk.setSampler(GentraceSampler.create())
                    .addSpanProcessor(GentraceSpanProcessor.create()),
            toGentrace(scene),
            UnaryOperator.identity())) {
      work(app);
      app.flush();
      // The sampler leaves no other span for the exporter to sort.
      assertThat(app.delivered()).isEqualTo(2);
    }
    assertThat(scene.atGentrace().names()).containsExactly("answer", "chat");
    Export export = scene.gentrace().exports().get(0);
    assertThat(export.path()).isEqualTo("/api/otel/v1/traces");
    assertThat(export.header("authorization")).contains("Bearer key-1");
    assertThat(export.header("content-type")).contains("application/x-protobuf");
    assertThat(export.header("content-encoding")).contains("gzip");
  }

  @Claim("The in-process filter sends marked spans beside an exporter that gets everything")
  @Test
  void theFilterStandsBesideAnotherExporter(Scene scene) throws Exception {
    scene.config(Configs.resource("one-backend.yaml")).start();
    SpanExporter gentrace = toGentrace(scene);
    Service app =
        scene.service(
            "app", sdk -> sdk.addSpanProcessor(BatchSpanProcessor.builder(gentrace).build()));
    work(app);
    scene.finish();

    assertThat(scene.atGentrace().names()).containsExactly("answer", "chat");
    assertThat(scene.atBackend().names()).containsExactly("answer", "chat", "outside");
  }
}
