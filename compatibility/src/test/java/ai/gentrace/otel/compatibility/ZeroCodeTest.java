package ai.gentrace.otel.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.Gentrace;
import ai.gentrace.otel.GentraceScope;
import ai.gentrace.otel.GentraceTracer;
import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.CapturedSpan;
import ai.gentrace.otel.cli.run.Export;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What works with properties alone, on the release of OpenTelemetry of this module. */
class ZeroCodeTest {
  private CaptureServer gentrace;
  private CaptureServer other;

  @BeforeEach
  void start() throws IOException {
    gentrace = CaptureServer.start(InetAddress.getLoopbackAddress());
    other = CaptureServer.start(InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    GlobalOpenTelemetry.resetForTest();
    gentrace.close();
    other.close();
  }

  private OpenTelemetrySdk sdk(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>();
    all.put("otel.metrics.exporter", "none");
    all.put("otel.logs.exporter", "none");
    all.put("otel.traces.exporter", "otlp,gentrace");
    all.put("otel.exporter.otlp.protocol", "http/protobuf");
    all.put("otel.exporter.otlp.endpoint", other.url("127.0.0.1", ""));
    all.put("gentrace.api.key", "key-1");
    all.put("gentrace.base.url", gentrace.url("127.0.0.1", "/api"));
    all.putAll(properties);
    return AutoConfiguredOpenTelemetrySdk.builder()
        .disableShutdownHook()
        .addPropertiesSupplier(() -> all)
        .build()
        .getOpenTelemetrySdk();
  }

  private static void flush(OpenTelemetrySdk sdk) {
    assertThat(sdk.getSdkTracerProvider().forceFlush().join(30, TimeUnit.SECONDS).isSuccess())
        .isTrue();
  }

  private static List<String> names(CaptureServer server) {
    return server.spans().stream().map(CapturedSpan::name).sorted().toList();
  }

  /** One interaction with a step and a call of another library, and spans outside of it. */
  private static void work(OpenTelemetrySdk sdk, GentraceTracer tracer) {
    tracer.traced("outside").run(() -> {});
    tracer
        .interaction("answer")
        .arg("question", List.of("why?", Map.of("n", 1)))
        .run(
            () -> {
              tracer.traced("step").call(() -> 1);
              tracer.traced("async").callAsync(() -> CompletableFuture.completedFuture("x")).join();
              try (Stream<String> stream =
                  tracer.traced("stream").callStream(() -> Stream.of("a"))) {
                assertThat(stream).containsExactly("a");
              }
              try (GentraceScope scope = tracer.traced("scope").open()) {
                scope.fail(new IllegalStateException("kept"));
              }
              sdk.getTracer("http").spanBuilder("POST").startSpan().end();
            });
  }

  private static final String[] MARKED = {"POST", "answer", "async", "scope", "step", "stream"};
  private static final String[] ALL = {
    "POST", "answer", "async", "outside", "scope", "step", "stream"
  };

  @Test
  void isTestedOnTheReleaseOfThisModule() {
    assertThat(
            OpenTelemetrySdk.class.getProtectionDomain().getCodeSource().getLocation().toString())
        .contains(System.getProperty("sdk.version"));
  }

  @Test
  void exportsMarkedSpansBesideAnotherBackend() {
    try (OpenTelemetrySdk sdk = sdk(Map.of())) {
      work(sdk, GentraceTracer.create(sdk));
      flush(sdk);
      assertThat(names(gentrace)).containsExactly(MARKED);
      assertThat(names(other)).containsExactly(ALL);
      Export export = gentrace.exports().get(0);
      assertThat(export.path()).isEqualTo("/api/otel/v1/traces");
      assertThat(export.header("authorization")).contains("Bearer key-1");
      assertThat(export.header("content-encoding")).contains("gzip");
      assertThat(sdk.getSdkTracerProvider().toString()).doesNotContain("key-1");
    }
  }

  @Test
  void samplesMarkedSpansOnly() {
    try (OpenTelemetrySdk sdk = sdk(Map.of("otel.traces.sampler", "gentrace"))) {
      work(sdk, GentraceTracer.create(sdk));
      flush(sdk);
      assertThat(names(gentrace)).containsExactly(MARKED);
      assertThat(names(other)).containsExactly(MARKED);
    }
  }

  @Test
  void samplesRootSpansByBaggageAlone() {
    try (OpenTelemetrySdk sdk = sdk(Map.of("otel.traces.sampler", "gentrace"))) {
      Context marked = Gentrace.mark(Context.root());
      sdk.getTracer("app").spanBuilder("root").setParent(marked).startSpan().end();
      flush(sdk);
      // 1.60 takes baggage away from samplers of root spans; interaction() marks its span itself.
      List<String> expected =
          System.getProperty("sdk.version").startsWith("1.60.") ? List.of() : List.of("root");
      assertThat(names(gentrace)).isEqualTo(expected);
    }
  }

  @Test
  void keepsMarkedTracesWhateverRatioIsSet() {
    try (OpenTelemetrySdk sdk =
        sdk(
            Map.of(
                "otel.traces.sampler", "parentbased_traceidratio",
                "otel.traces.sampler.arg", "0",
                "gentrace.always.sample", "true"))) {
      work(sdk, GentraceTracer.create(sdk));
      flush(sdk);
      assertThat(names(other)).containsExactly(MARKED);
    }
  }

  @Test
  void dropsInboundMarks() {
    try (OpenTelemetrySdk sdk = sdk(Map.of("gentrace.drop.inbound", "true"))) {
      Context context =
          sdk.getPropagators()
              .getTextMapPropagator()
              .extract(
                  Context.root(),
                  Map.of("baggage", "gentrace.sample=true,user=alice"),
                  new MapGetter());
      assertThat(Baggage.fromContext(context).asMap()).containsOnlyKeys("user");
    }
  }

  @Test
  void usesTheGlobalSdk() {
    try (OpenTelemetrySdk sdk = sdk(Map.of())) {
      GlobalOpenTelemetry.set(sdk);
      work(sdk, Gentrace.tracer());
      flush(sdk);
      assertThat(names(gentrace)).containsExactly(MARKED);
    }
  }

  @Test
  void runsWithoutAnSdk() {
    assertThat(Gentrace.interaction("i").arg("a", 1).<Integer, RuntimeException>call(() -> 7))
        .isEqualTo(7);
  }

  @SuppressWarnings("deprecation") // of one of its methods, in the newest release
  private static final class MapGetter implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> carrier) {
      return carrier.keySet();
    }

    @Override
    public String get(Map<String, String> carrier, String key) {
      return carrier.get(key);
    }
  }
}
