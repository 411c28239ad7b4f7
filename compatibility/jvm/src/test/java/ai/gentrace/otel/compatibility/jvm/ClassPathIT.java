package ai.gentrace.otel.compatibility.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.compatibility.jvm.app.Bare;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The library without its optional dependencies, and with settings that are read once. */
class ClassPathIT {
  private static String bareClassPath() {
    return Jvm.classPath(
        jar ->
            jar.startsWith("gentrace-otel-processor")
                || jar.startsWith("opentelemetry-api-1")
                || jar.startsWith("opentelemetry-context-")
                || jar.startsWith("opentelemetry-common-")
                || jar.startsWith("opentelemetry-sdk-common-")
                || jar.startsWith("opentelemetry-sdk-trace-"));
  }

  private static String run(Map<String, String> environment, String... options) {
    try (Jvm app = Jvm.start(environment, List.of(options), bareClassPath(), Bare.class)) {
      return app.end();
    }
  }

  @Test
  void needsNothingButApiAndSdk() {
    String output = run(Map.of(), "-Xverify:all");
    assertThat(output)
        .contains("span answer")
        .contains("gentrace.fn.args [{\"question\":{\"text\":\"why?\",\"numbers\":[1]}}]")
        .contains("ran without an SDK")
        .contains("gentrace.api.key (environment: GENTRACE_API_KEY)")
        .contains("io.opentelemetry:opentelemetry-exporter-otlp")
        .doesNotContain("NoClassDefFoundError");
  }

  @Test
  void keepsContentOffSpansByProperty() {
    assertThat(run(Map.of(), "-Dgentrace.capture.content=false"))
        .contains("span answer")
        .doesNotContain("gentrace.fn.args");
  }

  @Test
  void keepsContentOffSpansByEnvironment() {
    assertThat(run(Map.of("GENTRACE_CAPTURE_CONTENT", "FALSE")))
        .contains("span answer")
        .doesNotContain("gentrace.fn.args");
  }

  @Test
  void keepsContentOffSpansWhereTheSettingIsUnclear() {
    assertThat(run(Map.of(), "-Dgentrace.capture.content=off"))
        .contains("gentrace.capture.content")
        .contains("neither true nor false")
        .doesNotContain("gentrace.fn.args");
  }

  @Test
  void warnsOfALengthThatIsNone() {
    assertThat(run(Map.of("GENTRACE_MAX_CONTENT_LENGTH", "255")))
        .containsOnlyOnce("gentrace.max.content.length (environment: GENTRACE_MAX_CONTENT_LENGTH)")
        .contains("gentrace.fn.args [");
  }
}
