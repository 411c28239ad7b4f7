package ai.gentrace.otel.internal;

import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * The exporter {@code gentrace} of declarative configuration, with the keys {@code api_key}, {@code
 * base_url} and {@code compression}.
 *
 * <p>Internal: it may change or vanish in any release.
 */
public final class GentraceSpanExporterComponent implements ComponentProvider {
  /** Called by the SDK's service loader. */
  public GentraceSpanExporterComponent() {}

  @Override
  public Class<?> getType() {
    return SpanExporter.class;
  }

  @Override
  public String getName() {
    return "gentrace";
  }

  @Override
  public Object create(DeclarativeConfigProperties properties) {
    Keys.check("exporter gentrace", properties, "api_key", "base_url", "compression");
    return new ExporterSettings()
        .apiKey("api_key of the exporter gentrace", properties.getString("api_key"))
        .baseUrl("base_url of the exporter gentrace", properties.getString("base_url"))
        .compression("compression of the exporter gentrace", properties.getString("compression"))
        .build();
  }
}
