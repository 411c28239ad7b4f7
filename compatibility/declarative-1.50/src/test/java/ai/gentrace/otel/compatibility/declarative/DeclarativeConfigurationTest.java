package ai.gentrace.otel.compatibility.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.GentraceTracer;
import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.CapturedSpan;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.extension.incubator.fileconfig.DeclarativeConfiguration;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeclarativeConfigurationTest {
  @Test
  void knowsProcessorSamplerAndExporter() throws Exception {
    try (CaptureServer gentrace = CaptureServer.start(InetAddress.getLoopbackAddress());
        OpenTelemetrySdk sdk =
            sdk(
                """
                file_format: "0.4"
                tracer_provider:
                  sampler:
                    gentrace:
                      or_else: always_off
                  processors:
                    - gentrace: {}
                    - batch:
                        exporter:
                          gentrace:
                            api_key: key-1
                            base_url: %s
                """
                    .formatted(gentrace.url("127.0.0.1", "/api")))) {
      GentraceTracer tracer = GentraceTracer.create(sdk);
      tracer.traced("outside").run(() -> {});
      tracer.interaction("answer").run(() -> tracer.traced("step").run(() -> {}));
      assertThat(sdk.getSdkTracerProvider().forceFlush().join(30, TimeUnit.SECONDS).isSuccess())
          .isTrue();
      assertThat(sdk.getSdkTracerProvider().getSampler())
          .hasToString("GentraceSampler{orElse:AlwaysOffSampler}");
      assertThat(gentrace.spans().stream().map(CapturedSpan::name))
          .containsExactlyInAnyOrder("answer", "step");
    }
  }

  private static OpenTelemetrySdk sdk(String yaml) {
    return DeclarativeConfiguration.parseAndCreate(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
