package ai.gentrace.otel.internal;

import ai.gentrace.otel.GentraceSampler;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSamplerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/**
 * The sampler of {@code otel.traces.sampler=gentrace}.
 *
 * <p>Internal: it may change or vanish in any release.
 */
public final class GentraceSamplerProvider implements ConfigurableSamplerProvider {
  /** Called by the SDK's service loader. */
  public GentraceSamplerProvider() {}

  @Override
  public Sampler createSampler(ConfigProperties config) {
    return GentraceSampler.create();
  }

  @Override
  public String getName() {
    return "gentrace";
  }
}
