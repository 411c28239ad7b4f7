package ai.gentrace.otel;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GentraceSpanExporterBuilderTest {
  private final CaptureServer gentrace = CaptureServer.start();

  @AfterEach
  void close() {
    gentrace.close();
    System.clearProperty("gentrace.api.key");
    System.clearProperty("gentrace.base.url");
    System.clearProperty("gentrace.compression");
  }

  /** Exports a marked and an unmarked span, and waits until that is done. */
  private static void export(SpanExporter exporter) {
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build()) {
      provider.get("t").spanBuilder("unmarked").startSpan().end();
      provider
          .get("t")
          .spanBuilder("marked")
          .setAttribute(GENTRACE_SAMPLE, "true")
          .startSpan()
          .end();
      assertThat(provider.forceFlush().join(30, TimeUnit.SECONDS).isSuccess()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api, /api/otel/v1/traces",
    "/api///, /api/otel/v1/traces",
    "/api/otel/v1/traces, /api/otel/v1/traces",
    "/api/otel/v1/traces/, /api/otel/v1/traces",
    "'', /otel/v1/traces",
  })
  void sendsMarkedSpansToTheTracesEndpoint(String base, String path) {
    export(
        GentraceSpanExporter.builder()
            .setApiKey(" key-1\n")
            .setBaseUrl(gentrace.url() + base)
            .build());
    CaptureServer.Request request = gentrace.next();
    assertThat(request.path()).isEqualTo(path);
    assertThat(request.authorization()).isEqualTo("Bearer key-1");
    assertThat(request.encoding()).isEqualTo("gzip");
    assertThat(request.contentType()).isEqualTo("application/x-protobuf");
    assertThat(gentrace.spanNames()).containsExactly("marked");
  }

  @Test
  void sendsUncompressedWhenAskedTo() {
    export(
        GentraceSpanExporter.builder()
            .setApiKey("k")
            .setBaseUrl(gentrace.url())
            .setCompression("none")
            .build());
    assertThat(gentrace.next().encoding()).isNull();
  }

  @Test
  void takesWhatIsUnsetFromTheProcess() {
    System.setProperty("gentrace.api.key", " from-property ");
    System.setProperty("gentrace.base.url", gentrace.url() + "/p/");
    System.setProperty("gentrace.compression", "none");
    export(GentraceSpanExporter.builder().build());
    CaptureServer.Request request = gentrace.next();
    assertThat(request.path()).isEqualTo("/p/otel/v1/traces");
    assertThat(request.authorization()).isEqualTo("Bearer from-property");
    assertThat(request.encoding()).isNull();
  }

  @Test
  void warnsOnceWithoutAKeyAndSendsNothing() {
    try (Logs logs = Logs.capture()) {
      export(GentraceSpanExporter.builder().setBaseUrl(gentrace.url()).build());
      export(GentraceSpanExporter.builder().setApiKey("  ").setBaseUrl(gentrace.url()).build());
      assertThat(logs.warnings())
          .hasSize(2)
          .allSatisfy(w -> assertThat(w).contains("gentrace.api.key", "GENTRACE_API_KEY"));
    }
    assertThat(gentrace.spanNames()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gentrace.api.key, 'sec\tret'",
    "gentrace.base.url, secret",
    "gentrace.base.url, ftp://secret/api",
    "gentrace.base.url, http://secret:99999/api",
    "gentrace.compression, secret",
  })
  void warnsOnceOfAMalformedSettingAndSendsNothing(String property, String value) {
    System.setProperty("gentrace.api.key", "k");
    System.setProperty("gentrace.base.url", gentrace.url());
    System.setProperty(property, value);
    try (Logs logs = Logs.capture()) {
      export(GentraceSpanExporter.builder().build());
      assertThat(logs.warnings()).hasSize(1);
      assertThat(logs.warnings().get(0)).startsWith(property).doesNotContain("sec");
    }
    assertThat(gentrace.spanNames()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gentrace.ai/api",
        "ftp://gentrace.ai/api",
        "/api",
        "https://",
        "https:///api",
        "http://:80/",
        "https://a b/",
        "https://gentrace.ai/api?x=y",
        "https://gentrace.ai/#x",
        "mailto:a@b",
        "http://my_host",
        "http://gentrace.ai:65536/api",
        "http://gentrace.ai:0/api"
      })
  void refusesOtherUrlsWithoutRepeatingThem(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GentraceSpanExporter.builder().setBaseUrl(url))
        .satisfies(e -> assertThat(e.getMessage()).contains("absolute http or https URL"))
        .satisfies(e -> assertThat(url.isEmpty() || !e.getMessage().contains(url)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTPS://gentrace.ai/api", "http://my-host:8080", "http://[::1]:4318/x"})
  void acceptsUnusualUrls(String url) {
    assertThat(GentraceSpanExporter.builder().setApiKey("k").setBaseUrl(url).build().toString())
        .contains("/otel/v1/traces");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000b", "a\u007fb", "sch\u00fcssel"})
  void refusesKeysThatNoHeaderCanCarry(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GentraceSpanExporter.builder().setApiKey(key))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(key));
  }

  @Test
  @SuppressWarnings("NullAway")
  void refusesNullsAndOtherCompressions() {
    GentraceSpanExporterBuilder builder = GentraceSpanExporter.builder();
    assertThatNullPointerException().isThrownBy(() -> builder.setApiKey(null));
    assertThatNullPointerException().isThrownBy(() -> builder.setBaseUrl(null));
    assertThatNullPointerException().isThrownBy(() -> builder.setCompression(null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.setCompression("zstd"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("zstd"));
  }

  @Test
  void showsNoKey() {
    GentraceSpanExporterBuilder builder =
        GentraceSpanExporter.builder().setApiKey("s3cret").setBaseUrl("https://example.com/api");
    assertThat(builder.toString() + builder.build())
        .contains("GentraceSpanExporter{filtering:OtlpHttpSpanExporter{")
        .contains("https://example.com/api/otel/v1/traces")
        .doesNotContain("s3cret");
  }
}
