package ai.gentrace.otel.internal;

import ai.gentrace.otel.GentracePropagator;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;

/**
 * The propagator {@code gentrace_baggage} of declarative configuration: W3C baggage that takes no
 * {@code gentrace.*} entries from inbound requests.
 *
 * <p>Internal: it may change or vanish in any release.
 */
public final class GentraceBaggagePropagatorComponent implements ComponentProvider {
  /** Called by the SDK's service loader. */
  public GentraceBaggagePropagatorComponent() {}

  @Override
  public Class<?> getType() {
    return TextMapPropagator.class;
  }

  @Override
  public String getName() {
    return "gentrace_baggage";
  }

  @Override
  public Object create(DeclarativeConfigProperties properties) {
    Keys.check("propagator gentrace_baggage", properties);
    return GentracePropagator.dropInbound(W3CBaggagePropagator.getInstance());
  }
}
