package ai.gentrace.otel;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/** The one class that links against the optional {@code opentelemetry-exporter-otlp}. */
final class OtlpHttp {
  private OtlpHttp() {}

  static SpanExporter exporter(String endpoint, String apiKey, String compression) {
    return OtlpHttpSpanExporter.builder()
        .setEndpoint(endpoint)
        .setCompression(compression)
        .addHeader("Authorization", "Bearer " + apiKey)
        .build();
  }
}
