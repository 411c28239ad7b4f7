package ai.gentrace.otel.internal;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.CaptureServer;
import ai.gentrace.otel.GentraceTracer;
import ai.gentrace.otel.Logs;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutoconfigureTest {
  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
          return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
          return carrier == null ? null : carrier.get(key);
        }
      };

  private OtherBackend other = new OtherBackend();

  @AfterEach
  void clear() {
    System.clearProperty("gentrace.max.content.length");
  }

  private OpenTelemetrySdk sdk(Map<String, String> properties) {
    return sdk(properties, builder -> {});
  }

  /** An SDK whose exporter named {@code otlp}, where it has one, is the in-memory one. */
  private OpenTelemetrySdk sdk(
      Map<String, String> properties, Consumer<AutoConfiguredOpenTelemetrySdkBuilder> customizer) {
    Map<String, String> all = new HashMap<>();
    all.put("otel.traces.exporter", "none");
    all.put("otel.metrics.exporter", "none");
    all.put("otel.logs.exporter", "none");
    all.put("otel.bsp.schedule.delay", "10");
    all.putAll(properties);
    AutoConfiguredOpenTelemetrySdkBuilder builder =
        AutoConfiguredOpenTelemetrySdk.builder()
            .disableShutdownHook()
            .addPropertiesSupplier(() -> all)
            .addSpanExporterCustomizer(
                (exporter, config) ->
                    exporter.toString().startsWith("OtlpGrpcSpanExporter") ? other : exporter);
    customizer.accept(builder);
    return builder.build().getOpenTelemetrySdk();
  }

  private static Map<String, String> exporting(String exporters, CaptureServer gentrace) {
    return Map.of(
        "otel.traces.exporter",
        exporters,
        "gentrace.api.key",
        "k",
        "gentrace.base.url",
        gentrace.url() + "/api");
  }

  private static void flush(OpenTelemetrySdk sdk) {
    assertThat(sdk.getSdkTracerProvider().forceFlush().join(30, TimeUnit.SECONDS).isDone())
        .isTrue();
  }

  private static String processors(OpenTelemetrySdk sdk) {
    String text = sdk.getSdkTracerProvider().toString();
    return text.substring(text.indexOf("spanProcessorsAll="));
  }

  @Test
  void installsTheProcessorOnceAndFirst() {
    try (OpenTelemetrySdk sdk = sdk(Map.of("otel.traces.exporter", "otlp"))) {
      String text = processors(sdk);
      assertThat(text.split("GentraceSpanProcessor", -1)).hasSize(2);
      assertThat(text.indexOf("GentraceSpanProcessor"))
          .isLessThan(text.indexOf("BatchSpanProcessor"));
    }
  }

  @Test
  void knowsTheSamplerByName() {
    try (OpenTelemetrySdk sdk = sdk(Map.of("otel.traces.sampler", "gentrace"))) {
      assertThat(sdk.getSdkTracerProvider().getSampler()).hasToString("GentraceSampler");
    }
  }

  @Test
  void keepsMarkedTracesWhateverRatioIsSet() {
    Map<String, String> properties =
        Map.of(
            "otel.traces.exporter", "otlp",
            "otel.traces.sampler", "traceidratio",
            "otel.traces.sampler.arg", "0",
            "gentrace.always.sample", "true");
    try (OpenTelemetrySdk sdk = sdk(properties)) {
      assertThat(sdk.getSdkTracerProvider().getSampler().getDescription())
          .startsWith("GentraceSampler{orElse:TraceIdRatioBased{");
      GentraceTracer gentrace = GentraceTracer.create(sdk);
      gentrace.traced("unmarked").run(() -> {});
      gentrace.interaction("marked").run(() -> gentrace.traced("step").run(() -> {}));
      flush(sdk);
      assertThat(other.spanNames()).containsExactlyInAnyOrder("marked", "step");
    }
  }

  @Test
  void wrapsTheSamplerThatOthersCustomized() {
    try (OpenTelemetrySdk sdk =
        sdk(
            Map.of("gentrace.always.sample", "true"),
            builder ->
                builder.addSamplerCustomizer(
                    (sampler, config) ->
                        io.opentelemetry.sdk.trace.samplers.Sampler.alwaysOff()))) {
      assertThat(sdk.getSdkTracerProvider().getSampler())
          .hasToString("GentraceSampler{orElse:AlwaysOffSampler}");
    }
  }

  @Test
  void exportsMarkedSpansByName() {
    try (CaptureServer gentrace = CaptureServer.start();
        OpenTelemetrySdk sdk = sdk(exporting("gentrace", gentrace))) {
      GentraceTracer tracer = GentraceTracer.create(sdk);
      tracer.traced("unmarked").run(() -> {});
      tracer.interaction("marked").run(() -> {});
      flush(sdk);
      CaptureServer.Request request = gentrace.next();
      assertThat(request.path()).isEqualTo("/api/otel/v1/traces");
      assertThat(request.authorization()).isEqualTo("Bearer k");
      assertThat(gentrace.spanNames()).containsExactly("marked");
      // Alone it needs one batch processor, and no second thread beside it.
      assertThat(processors(sdk).split("BatchSpanProcessor\\{", -1)).hasSize(2);
    }
  }

  @Test
  void troubleAtGentraceCostsTheOthersNothing() {
    try (CaptureServer gentrace = CaptureServer.startHanging();
        OpenTelemetrySdk sdk = sdk(exporting("otlp,gentrace", gentrace))) {
      GentraceTracer tracer = GentraceTracer.create(sdk);
      tracer.interaction("marked").run(() -> {});
      // The request to Gentrace is under way and gets no answer.
      gentrace.next();
      for (int i = 0; i < 10_000; i++) {
        tracer.traced("later").run(() -> {});
        if (i % 1000 == 999) {
          other.await(i + 2);
        }
      }
      CompletableResultCode flush = sdk.getSdkTracerProvider().forceFlush();
      assertThat(flush.isDone()).as("forceFlush waits for Gentrace").isFalse();
      gentrace.answer();
      assertThat(flush.join(30, TimeUnit.SECONDS).isSuccess()).isTrue();
      assertThat(gentrace.spanNames()).containsExactly("marked");
    }
  }

  @Test
  void appliesCustomizersOfOthersToItsOwnBatch() {
    SpanProcessor[] customized = new SpanProcessor[1];
    try (CaptureServer gentrace = CaptureServer.start();
        OpenTelemetrySdk sdk =
            sdk(
                exporting("gentrace,otlp", gentrace),
                builder ->
                    builder
                        .addSpanExporterCustomizer((exporter, config) -> new Renaming(exporter))
                        .addSpanProcessorCustomizer(
                            (processor, config) -> customized[0] = processor))) {
      assertThat(customized[0].toString()).contains("GentraceSpanExporter{filtering:");
      GentraceTracer.create(sdk).interaction("marked").run(() -> {});
      flush(sdk);
      assertThat(gentrace.spanNames()).containsExactly("renamed");
      assertThat(other.spanNames()).containsExactly("renamed");
    }
  }

  /** What a team may do to all exporters: redact, for one. */
  private static final class Renaming implements SpanExporter {
    private final SpanExporter delegate;

    private Renaming(SpanExporter delegate) {
      this.delegate = delegate;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      List<SpanData> renamed =
          spans.stream()
              .<SpanData>map(
                  span ->
                      new io.opentelemetry.sdk.trace.data.DelegatingSpanData(span) {
                        @Override
                        public String getName() {
                          return "renamed";
                        }
                      })
              .toList();
      return delegate.export(renamed);
    }

    @Override
    public CompletableResultCode flush() {
      return delegate.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
      return delegate.shutdown();
    }

    @Override
    public String toString() {
      return "Renaming{" + delegate + "}";
    }
  }

  @Test
  void dropsInboundMarks() {
    Map<String, String> headers = Map.of("baggage", "gentrace.sample=true,user=alice");
    try (OpenTelemetrySdk open = sdk(Map.of());
        OpenTelemetrySdk protecting = sdk(Map.of("gentrace.drop.inbound", "true"))) {
      assertThat(extract(open, headers).getEntryValue("gentrace.sample")).isEqualTo("true");
      assertThat(extract(protecting, headers).asMap()).containsOnlyKeys("user");
    }
  }

  private static Baggage extract(OpenTelemetrySdk sdk, Map<String, String> headers) {
    return Baggage.fromContext(
        sdk.getPropagators().getTextMapPropagator().extract(Context.root(), headers, GETTER));
  }

  @Test
  void startsWithoutAKeyAndWithMalformedSettings() {
    List<Map<String, String>> broken =
        List.of(
            Map.of(),
            Map.of("gentrace.api.key", "a\tb"),
            Map.of("gentrace.api.key", "k", "gentrace.base.url", "nonsense"),
            Map.of("gentrace.api.key", "k", "gentrace.compression", "zstd"));
    for (Map<String, String> settings : broken) {
      Map<String, String> all = new HashMap<>(settings);
      all.put("otel.traces.exporter", "otlp,gentrace");
      other = new OtherBackend();
      try (Logs logs = Logs.capture();
          OpenTelemetrySdk sdk = sdk(all)) {
        assertThat(logs.warnings()).as("with %s", settings).hasSize(1);
        assertThat(logs.warnings().get(0)).contains("gentrace.").contains("Nothing is sent");
        GentraceTracer.create(sdk).interaction("marked").run(() -> {});
        flush(sdk);
        assertThat(other.spans()).hasSize(1);
      }
    }
  }

  @Test
  void warnsOfSwitchesThatAreNeitherOnNorOff() {
    try (Logs logs = Logs.capture();
        OpenTelemetrySdk sdk =
            sdk(Map.of("gentrace.always.sample", "yes", "gentrace.drop.inbound", "TRUE"))) {
      assertThat(logs.warnings()).hasSize(1);
      assertThat(logs.warnings().get(0)).startsWith("gentrace.always.sample");
      assertThat(sdk.getSdkTracerProvider().getSampler().getDescription())
          .doesNotContain("Gentrace");
    }
  }

  @Test
  void handsSettingsOfTheContentOver() {
    sdk(Map.of("gentrace.max.content.length", "70000")).close();
    assertThat(System.getProperty("gentrace.max.content.length")).isEqualTo("70000");
    sdk(Map.of("gentrace.max.content.length", "80000")).close();
    assertThat(System.getProperty("gentrace.max.content.length")).isEqualTo("70000");
  }

  @Test
  void copiesTheMarkToSpansOfOtherLibraries() {
    try (OpenTelemetrySdk sdk = sdk(Map.of("otel.traces.exporter", "otlp"))) {
      GentraceTracer.create(sdk)
          .interaction("answer")
          .run(
              () ->
                  sdk.getTracer("http")
                      .spanBuilder("GET")
                      .setAttribute(AttributeKey.stringKey("url.full"), "http://model")
                      .startSpan()
                      .end());
      flush(sdk);
      assertThat(other.spans())
          .hasSize(2)
          .allSatisfy(s -> assertThat(s.getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true"));
    }
  }
}
