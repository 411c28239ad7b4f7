package ai.gentrace.otel.guide;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.gentrace.otel.CaptureServer;
import ai.gentrace.otel.GentraceSpanProcessor;
import ai.gentrace.otel.GentraceTracer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfiguration;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuideTest {
  private final InMemorySpanExporter other = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(GentraceSpanProcessor.create())
                  .addSpanProcessor(SimpleSpanProcessor.create(other))
                  .build())
          .build();
  private final GentraceTracer tracer = GentraceTracer.create(sdk);

  @BeforeEach
  @AfterEach
  void reset() {
    GlobalOpenTelemetry.resetForTest();
    System.clearProperty("gentrace.base.url");
    sdk.getSdkTracerProvider().forceFlush();
  }

  private SpanData span(String name) {
    List<SpanData> named =
        other.getFinishedSpanItems().stream().filter(s -> s.getName().equals(name)).toList();
    assertThat(named).hasSize(1);
    return named.get(0);
  }

  private static void flush(SdkTracerProvider provider) {
    assertThat(provider.forceFlush().join(30, TimeUnit.SECONDS).isDone()).isTrue();
  }

  static List<String> javaBlocks() {
    return Guide.blocks("java");
  }

  @ParameterizedTest
  @MethodSource("javaBlocks")
  void allItsCodeIsTested(String block) {
    String code = withoutSpace(block);
    assertThat(Guide.testedSources()).anyMatch(source -> withoutSpace(source).contains(code));
  }

  private static String withoutSpace(String code) {
    return code.replaceAll("\\s", "");
  }

  @Test
  void saysWhereContentGoesBeforeTheFirstCode() {
    assertThat(javaBlocks()).hasSizeGreaterThan(8);
    assertThat(Guide.page().indexOf("## Where arguments and outputs go"))
        .isBetween(0, Guide.page().indexOf("```"));
  }

  @Test
  void worksWithTheGlobal() {
    GlobalOpenTelemetry.set(sdk);
    assertThat(SetUps.withTheGlobal(new SetUps.Assistant(), "rain")).isEqualTo("because of rain");
    assertThat(span("answer").getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
    assertThat(span("answer").getEvents()).hasSize(2);
  }

  @Test
  void worksWithAnSdkBuiltByHand() {
    try (OpenTelemetrySdk byHand = SetUps.builtByHand(other)) {
      flush(byHand.getSdkTracerProvider());
      assertThat(span("answer").getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
      Map<String, String> headers = new HashMap<>();
      byHand
          .getPropagators()
          .getTextMapPropagator()
          .inject(
              Context.root().with(Baggage.builder().put("gentrace.sample", "true").build()),
              headers,
              (carrier, key, value) -> headers.put(key, value));
      assertThat(headers).containsEntry("baggage", "gentrace.sample=true");
    }
  }

  @Test
  void worksWithoutACollector() {
    try (CaptureServer gentrace = CaptureServer.start()) {
      System.setProperty("gentrace.base.url", gentrace.url());
      try (SdkTracerProvider provider = SetUps.withoutCollector(other, "key-1")) {
        GentraceTracer both =
            GentraceTracer.create(OpenTelemetrySdk.builder().setTracerProvider(provider).build());
        both.traced("outside").run(() -> {});
        both.interaction("answer").run(() -> both.traced("step").run(() -> {}));
        flush(provider);
      }
      assertThat(gentrace.spanNames()).containsExactlyInAnyOrder("answer", "step");
      assertThat(other.getFinishedSpanItems()).isEmpty();
    }
  }

  @Test
  void showsACallOfAModel() {
    String text =
        SetUps.callOfAModel(
            tracer, prompt -> new SetUps.Completion("gpt-4o-mini-2024", "Ada", 21, 8), "who?");
    assertThat(text).isEqualTo("Ada");
    SpanData chat = span("chat gpt-4o-mini");
    assertThat(chat.getAttributes().get(AttributeKey.longKey("gen_ai.usage.output_tokens")))
        .isEqualTo(8);
    assertThat(chat.getEvents()).hasSize(2);
  }

  @Test
  void showsAFailingCallOfAModel() {
    IllegalStateException failure = new IllegalStateException("no quota");
    assertThatThrownBy(
            () ->
                SetUps.callOfAModel(
                    tracer,
                    prompt -> {
                      throw failure;
                    },
                    "who?"))
        .isSameAs(failure);
    assertThat(span("chat gpt-4o-mini").getStatus().getDescription()).isEqualTo("no quota");
  }

  @Test
  void bringsTheRootOfTheTrace() throws Exception {
    Span server = sdk.getTracer("server").spanBuilder("GET /").startSpan();
    Context.current().with(server).wrap(() -> SetUps.handler(tracer, "q")).call();
    server.end();
    assertThat(span("GET /").getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
    assertThat(span("answer").getParentSpanId()).isEqualTo(span("GET /").getSpanId());
  }

  @Test
  void takesTheMarkToOtherThreads() {
    assertThat(
            tracer
                .interaction("answer")
                .<String, RuntimeException>call(() -> SetUps.otherThread("q").join()))
        .isEqualTo("q: true");
    assertThat(SetUps.step(tracer, "q")).containsExactly("about q");
  }

  @Test
  void redacts() {
    SetUps.mapper(tracer).traced("login").arg("password", "hunter2").run(() -> {});
    assertThat(span("login").getEvents().get(0).getAttributes().asMap().values())
        .containsExactly("[{\"password\":\"***\"}]");
  }

  @Test
  void worksByDeclarativeConfiguration() {
    try (CaptureServer gentrace = CaptureServer.start();
        CaptureServer backend = CaptureServer.start()) {
      System.setProperty("gentrace.base.url", gentrace.url());
      String yaml =
          Guide.blocks("yaml")
              .get(0)
              .replace("${GENTRACE_API_KEY}", "key-1")
              .replace("otlp_http:", "otlp_http: {endpoint: " + backend.url() + "/v1/traces}")
              .replace("or_else_ratio: 0.1", "or_else_ratio: 0.0");
      try (OpenTelemetrySdk declared =
          DeclarativeConfiguration.parseAndCreate(
                  new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
              .getSdk()) {
        GentraceTracer.create(declared).traced("outside").run(() -> {});
        GentraceTracer.create(declared).interaction("answer").run(() -> {});
        flush(declared.getSdkTracerProvider());
      }
      assertThat(gentrace.spanNames()).containsExactly("answer");
      assertThat(backend.spanNames()).containsExactly("answer");
    }
  }

  @Test
  void worksBySettings() throws IOException {
    try (CaptureServer gentrace = CaptureServer.start();
        CaptureServer backend = CaptureServer.start()) {
      Map<String, String> settings = new HashMap<>();
      for (String block : Guide.blocks("properties")) {
        Properties properties = new Properties();
        properties.load(new StringReader(block));
        properties.forEach((name, value) -> settings.put((String) name, (String) value));
      }
      assertThat(settings).containsKeys("gentrace.api.key", "gentrace.always.sample");
      settings.put("otel.traces.sampler.arg", "0");
      settings.put("gentrace.base.url", gentrace.url());
      settings.put("otel.exporter.otlp.protocol", "http/protobuf");
      settings.put("otel.exporter.otlp.endpoint", backend.url());
      settings.put("otel.metrics.exporter", "none");
      settings.put("otel.logs.exporter", "none");
      try (OpenTelemetrySdk configured =
          AutoConfiguredOpenTelemetrySdk.builder()
              .disableShutdownHook()
              .addPropertiesSupplier(() -> settings)
              .build()
              .getOpenTelemetrySdk()) {
        GentraceTracer.create(configured).traced("outside").run(() -> {});
        GentraceTracer.create(configured).interaction("answer").run(() -> {});
        flush(configured.getSdkTracerProvider());
      }
      assertThat(gentrace.spanNames()).containsExactly("answer");
      assertThat(backend.spanNames()).containsExactly("answer");
    }
  }
}
