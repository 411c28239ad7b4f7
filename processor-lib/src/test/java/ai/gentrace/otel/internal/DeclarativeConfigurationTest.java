package ai.gentrace.otel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.CaptureServer;
import ai.gentrace.otel.GentraceTracer;
import ai.gentrace.otel.Logs;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfiguration;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarativeConfigurationTest {
  private static OpenTelemetrySdk sdk(String yaml) {
    return DeclarativeConfiguration.parseAndCreate(
            new ByteArrayInputStream(
                ("file_format: \"1.0\"\n" + yaml).getBytes(StandardCharsets.UTF_8)))
        .getSdk();
  }

  @Test
  void exportsWhatTheProcessorMarks() {
    try (CaptureServer gentrace = CaptureServer.start();
        Logs logs = Logs.capture();
        OpenTelemetrySdk sdk =
            sdk(
                """
                tracer_provider:
                  processors:
                    - gentrace:
                    - batch:
                        exporter:
                          gentrace:
                            api_key: k
                            base_url: %s/api
                            compression: none
                """
                    .formatted(gentrace.url()))) {
      GentraceTracer tracer = GentraceTracer.create(sdk);
      tracer.traced("unmarked").run(() -> {});
      tracer.interaction("marked").run(() -> tracer.traced("step").run(() -> {}));
      assertThat(sdk.getSdkTracerProvider().forceFlush().join(30, TimeUnit.SECONDS).isSuccess())
          .isTrue();
      assertThat(gentrace.next().authorization()).isEqualTo("Bearer k");
      assertThat(gentrace.spanNames()).containsExactlyInAnyOrder("marked", "step");
      assertThat(logs.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'gentrace:', GentraceSampler",
    "'gentrace: {or_else: always_on}', GentraceSampler{orElse:AlwaysOnSampler}",
    "'gentrace: {or_else: gentrace}', GentraceSampler",
    "'gentrace: {or_else: traceidratio, or_else_ratio: 0.25}', 'GentraceSampler{orElse:TraceIdRatioBased{0.250000}}'",
    "'gentrace: {or_else: traceidratio, or_else_ratio: 0}', 'GentraceSampler{orElse:TraceIdRatioBased{0.000000}}'",
  })
  void buildsTheSampler(String sampler, String expected) {
    try (Logs logs = Logs.capture();
        OpenTelemetrySdk sdk =
            sdk("tracer_provider:\n  processors: []\n  sampler: {%s}\n".formatted(sampler))) {
      assertThat(sdk.getSdkTracerProvider().getSampler().getDescription()).isEqualTo(expected);
      assertThat(logs.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{or_else: parentbased_always_off}', AlwaysOffSampler",
    "'{or_else: parentbased_traceidratio, or_else_ratio: 0.5}', TraceIdRatioBased{0.5",
    "'{or_else_ratio: 0.5}', TraceIdRatioBased{0.5",
  })
  void buildsParentBasedSamplers(String keys, String root) {
    try (OpenTelemetrySdk sdk =
        sdk("tracer_provider:\n  processors: []\n  sampler: {gentrace: %s}\n".formatted(keys))) {
      assertThat(sdk.getSdkTracerProvider().getSampler().getDescription())
          .startsWith("GentraceSampler{orElse:ParentBased{root:" + root);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{or_else: sometimes}', or_else of the sampler, ParentBased{root:AlwaysOnSampler",
    "'{or_else: 7}', or_else of the sampler, ParentBased{root:AlwaysOnSampler",
    "'{or_else: traceidratio, or_else_ratio: 7}', or_else_ratio of the sampler, TraceIdRatioBased{1",
    "'{or_else: traceidratio, or_else_ratio: most}', or_else_ratio of the sampler, TraceIdRatioBased{1",
    "'{or_else: always_on, ratio: 1}', ratio, AlwaysOnSampler",
  })
  void warnsOnceOfWhatItCannotUse(String keys, String named, String decides) {
    try (Logs logs = Logs.capture();
        OpenTelemetrySdk sdk =
            sdk(
                "tracer_provider:\n  processors: []\n  sampler: {gentrace: %s}\n"
                    .formatted(keys))) {
      assertThat(sdk.getSdkTracerProvider().getSampler().getDescription())
          .startsWith("GentraceSampler{orElse:" + decides);
      assertThat(logs.warnings()).hasSize(1);
      assertThat(logs.warnings().get(0)).contains(named);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', gentrace.api.key",
    "'{api_key: \"a\\tb\"}', api_key of the exporter gentrace",
    "'{api_key: k, base_url: nonsense}', base_url of the exporter gentrace",
    "'{api_key: k, compression: zstd}', compression of the exporter gentrace",
    "'{api_key: k, base_url: http://127.0.0.1:1, endpoint: x}', endpoint",
  })
  void startsWithMalformedKeysOfTheExporter(String keys, String named) {
    try (Logs logs = Logs.capture();
        OpenTelemetrySdk sdk =
            sdk(
                """
                tracer_provider:
                  processors:
                    - simple:
                        exporter:
                          gentrace: %s
                """
                    .formatted(keys))) {
      assertThat(logs.warnings()).hasSize(1);
      assertThat(logs.warnings().get(0)).contains(named);
      assertThat(sdk.getSdkTracerProvider().toString()).contains("GentraceSpanExporter{filtering:");
    }
  }

  @Test
  void protectsFromForgedBaggage() {
    try (OpenTelemetrySdk sdk =
        sdk("propagator:\n  composite:\n    - tracecontext:\n    - gentrace_baggage:\n")) {
      assertThat(sdk.getPropagators().getTextMapPropagator().toString())
          .contains("GentracePropagator{dropInbound:W3CBaggagePropagator}");
    }
  }
}
