package ai.gentrace.otel.internal;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * The exporter of {@code otel.traces.exporter=gentrace}.
 *
 * <p>Internal: it may change or vanish in any release.
 */
public final class GentraceSpanExporterProvider implements ConfigurableSpanExporterProvider {
  /** Called by the SDK's service loader. */
  public GentraceSpanExporterProvider() {}

  @Override
  public SpanExporter createExporter(ConfigProperties config) {
    SpanExporter exporter =
        new ExporterSettings()
            .apiKey("gentrace.api.key", config.getString("gentrace.api.key"))
            .baseUrl("gentrace.base.url", config.getString("gentrace.base.url"))
            .compression("gentrace.compression", config.getString("gentrace.compression"))
            .build();
    return new NamedSpanExporter(exporter);
  }

  @Override
  public String getName() {
    return "gentrace";
  }
}
