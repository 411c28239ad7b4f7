package ai.gentrace.otel.internal;

import ai.gentrace.otel.GentraceSpanProcessor;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * The processor {@code gentrace} of declarative configuration.
 *
 * <p>Internal: it may change or vanish in any release.
 */
public final class GentraceSpanProcessorComponent implements ComponentProvider {
  /** Called by the SDK's service loader. */
  public GentraceSpanProcessorComponent() {}

  @Override
  public Class<?> getType() {
    return SpanProcessor.class;
  }

  @Override
  public String getName() {
    return "gentrace";
  }

  @Override
  public Object create(DeclarativeConfigProperties properties) {
    Keys.check("processor gentrace", properties);
    return GentraceSpanProcessor.create();
  }
}
